import Alert from '@mui/material/Alert'
import Autocomplete from '@mui/material/Autocomplete'
import Button from '@mui/material/Button'
import Dialog from '@mui/material/Dialog'
import DialogContent from '@mui/material/DialogContent'
import DialogTitle from '@mui/material/DialogTitle'
import FormControlLabel from '@mui/material/FormControlLabel'
import Radio from '@mui/material/Radio'
import RadioGroup from '@mui/material/RadioGroup'
import Stack from '@mui/material/Stack'
import TextField from '@mui/material/TextField'
import Typography from '@mui/material/Typography'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { type RaRecord, useDataProvider } from 'react-admin'
import { DialogButtons } from '#admin/frame/DialogButtons.tsx'
import { useSettled } from '#admin/frame/useSettled.ts'
import { formatDay } from '#admin/language/format.ts'
import { useWords } from '#admin/language/words.ts'
import type { ActionReply, RedressProvider } from '#admin/provider/contract.ts'
import { entityOf } from '#shared/entities/index.ts'
import { isSearchable } from '#shared/values/search.ts'
import { LinksToHandOver } from './LinksToHandOver.tsx'

type InvitedResource = 'encounters' | 'patients'

/** Sends links after visits or to patients, or shows each link once for handing over. */
export function Invite({ survey, close }: { survey: RaRecord; close: () => void }) {
  const { t, value, failure } = useWords()
  const provider = useDataProvider<RedressProvider>()
  const [resource, setResource] = useState<InvitedResource>('encounters')
  const [selection, setSelection] = useState<RaRecord[]>([])
  const [channel, setChannel] = useState('email')
  const [invitations, setInvitations] = useState<ActionReply['invitations']>()
  const [refusal, setRefusal] = useState<string>()
  const [isBusy, setBusy] = useState(false)
  const send = async () => {
    setBusy(true)
    setRefusal(undefined)
    try {
      const ids = selection.map(({ id }) => id)
      const answer = await provider.act('surveys', survey.id, 'invite', {
        channel,
        ...(resource === 'encounters' ? { encounterIds: ids } : { patientIds: ids }),
      })
      setInvitations(answer.invitations ?? [])
    } catch (error) {
      setRefusal(failure(error))
    } finally {
      setBusy(false)
    }
  }
  return (
    <Dialog open onClose={invitations ? undefined : close} aria-labelledby="invite-title">
      <DialogTitle id="invite-title">{t('survey.invite')}</DialogTitle>
      <DialogContent>
        {invitations ? (
          <LinksToHandOver invitations={invitations} />
        ) : (
          <Stack spacing={2}>
            <Typography variant="body2" color="textSecondary">
              {t('survey.inviteWhy')}
            </Typography>
            <RadioGroup
              row
              aria-label={t('survey.invite')}
              value={resource}
              onChange={(_, to) => {
                setResource(to === 'patients' ? 'patients' : 'encounters')
                setSelection([])
              }}
            >
              <FormControlLabel value="encounters" control={<Radio size="small" />} label={t('survey.byVisit')} />
              <FormControlLabel value="patients" control={<Radio size="small" />} label={t('survey.byPatient')} />
            </RadioGroup>
            <Choose key={resource} resource={resource} selection={selection} select={setSelection} />
            <RadioGroup row aria-label={t('survey.channel')} value={channel} onChange={(_, to) => setChannel(to)}>
              {['email', 'sms', 'link'].map((each) => (
                <FormControlLabel
                  key={each}
                  value={each}
                  control={<Radio size="small" />}
                  label={value('surveys', 'channel', each)}
                />
              ))}
            </RadioGroup>
            {refusal && <Alert severity="error">{refusal}</Alert>}
          </Stack>
        )}
      </DialogContent>
      <DialogButtons close={close} leave={invitations && t('frame.close')}>
        {!invitations && (
          <Button variant="contained" disabled={selection.length === 0 || isBusy} onClick={() => void send()}>
            {t('survey.send')}
          </Button>
        )}
      </DialogButtons>
    </Dialog>
  )
}

/** Chooses visits, newest first, or patients by name and phone. */
function Choose({
  resource,
  selection,
  select,
}: {
  resource: InvitedResource
  selection: RaRecord[]
  select: (rows: RaRecord[]) => void
}) {
  const words = useWords()
  const provider = useDataProvider<RedressProvider>()
  const [text, setText] = useState('')
  const query = useSettled(text.trim())
  const isSearch = isSearchable(query)
  const { data } = useQuery({
    queryKey: [resource, 'toInvite', isSearch ? query : ''],
    queryFn: async ({ signal }) =>
      (
        await provider.page(resource, {
          filter: { ...entityOf(resource).offered, ...(isSearch && { q: query }) },
          limit: 50,
          signal,
        })
      ).rows,
  })
  const label = (row: RaRecord) =>
    resource === 'patients'
      ? `${row.name} · ${row.memberNumber}`
      : `${row.patientName} · ${formatDay(row.serviceOn, words.locale)} · ${words.term('departments', row.department)} · ${row.number}`
  return (
    <Autocomplete<RaRecord, true>
      multiple
      options={data ?? []}
      value={selection}
      getOptionLabel={label}
      getOptionKey={({ id }) => id}
      isOptionEqualToValue={(a, b) => a.id === b.id}
      filterOptions={(all) => all}
      onChange={(_, rows) => select(rows)}
      onInputChange={(_, value) => setText(value)}
      noOptionsText={words.t('search.none')}
      renderInput={(params) => <TextField {...params} label={words.resource(resource)} />}
    />
  )
}
