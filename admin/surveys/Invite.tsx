import Alert from '@mui/material/Alert'
import Autocomplete from '@mui/material/Autocomplete'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Dialog from '@mui/material/Dialog'
import DialogContent from '@mui/material/DialogContent'
import DialogTitle from '@mui/material/DialogTitle'
import FormControlLabel from '@mui/material/FormControlLabel'
import Radio from '@mui/material/Radio'
import RadioGroup from '@mui/material/RadioGroup'
import TextField from '@mui/material/TextField'
import { useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { type RaRecord, useDataProvider } from 'react-admin'
import { DialogEnd } from '#admin/frame/DialogEnd.tsx'
import { formatDay } from '#admin/language/format.ts'
import { useWords } from '#admin/language/words.ts'
import type { ActionReply, RedressProvider } from '#admin/provider/contract.ts'
import { LinksToHandOver } from './LinksToHandOver.tsx'

type By = 'encounters' | 'patients'

/** Sends links after visits or to patients, or shows each link once for handing over. */
export function Invite({ survey, close }: { survey: RaRecord; close: () => void }) {
  const { t, value, failure } = useWords()
  const provider = useDataProvider<RedressProvider>()
  const [by, setBy] = useState<By>('encounters')
  const [chosen, setChosen] = useState<RaRecord[]>([])
  const [channel, setChannel] = useState('email')
  const [made, setMade] = useState<ActionReply['invitations']>()
  const [refusal, setRefusal] = useState<string>()
  const [isBusy, setBusy] = useState(false)
  const send = async () => {
    setBusy(true)
    setRefusal(undefined)
    try {
      const ids = chosen.map(({ id }) => id)
      const answer = await provider.act('surveys', survey.id, 'invite', {
        channel,
        ...(by === 'encounters' ? { encounterIds: ids } : { patientIds: ids }),
      })
      setMade(answer.invitations ?? [])
    } catch (error) {
      setRefusal(failure(error))
    } finally {
      setBusy(false)
    }
  }
  return (
    <Dialog open onClose={made ? undefined : close} fullWidth maxWidth="sm" aria-labelledby="invite-title">
      <DialogTitle id="invite-title" sx={{ typography: 'h2' }}>
        {t('survey.invite')}
      </DialogTitle>
      <DialogContent>
        {made ? (
          <LinksToHandOver
            invitations={made}
            names={new Map(chosen.map((row) => [String(row.id), row.patientName ?? row.name]))}
          />
        ) : (
          <Box sx={{ display: 'grid', gap: 2 }}>
            <Box sx={{ color: 'text.secondary', fontSize: 14 }}>{t('survey.inviteWhy')}</Box>
            <RadioGroup
              row
              aria-label={t('survey.invite')}
              value={by}
              onChange={(_, to) => {
                setBy(to === 'patients' ? 'patients' : 'encounters')
                setChosen([])
              }}
            >
              <FormControlLabel value="encounters" control={<Radio size="small" />} label={t('survey.byVisit')} />
              <FormControlLabel value="patients" control={<Radio size="small" />} label={t('survey.byPatient')} />
            </RadioGroup>
            <Choose key={by} resource={by} chosen={chosen} choose={setChosen} />
            <RadioGroup row aria-label={t('survey.channel')} value={channel} onChange={(_, to) => setChannel(to)}>
              {['email', 'sms', 'link'].map((each) => (
                <FormControlLabel key={each} value={each} control={<Radio size="small" />} label={value(each)} />
              ))}
            </RadioGroup>
            {refusal && <Alert severity="error">{refusal}</Alert>}
          </Box>
        )}
      </DialogContent>
      <DialogEnd close={close} leave={made && t('frame.close')}>
        {!made && (
          <Button variant="contained" disabled={chosen.length === 0 || isBusy} onClick={() => void send()}>
            {t('survey.send')}
          </Button>
        )}
      </DialogEnd>
    </Dialog>
  )
}

/** Chooses visits, newest first, or patients by name and phone. */
function Choose({
  resource,
  chosen,
  choose,
}: {
  resource: By
  chosen: RaRecord[]
  choose: (rows: RaRecord[]) => void
}) {
  const words = useWords()
  const provider = useDataProvider<RedressProvider>()
  const [typed, setTyped] = useState('')
  const [asked, setAsked] = useState('')
  useEffect(() => {
    const timer = setTimeout(() => setAsked(typed.trim()), 200)
    return () => clearTimeout(timer)
  }, [typed])
  const isSearch = resource === 'patients' && asked.length > 1
  const { data } = useQuery({
    queryKey: [resource, 'toInvite', isSearch ? asked : ''],
    queryFn: async ({ signal }) =>
      (await provider.page(resource, { filter: isSearch ? { q: asked } : {}, limit: isSearch ? 20 : 200, signal }))
        .rows,
  })
  const label = (row: RaRecord) =>
    resource === 'patients'
      ? `${row.name} · ${row.memberNumber}`
      : `${row.patientName} · ${formatDay(row.serviceOn, words.locale)} · ${row.department} · ${row.number}`
  return (
    <Autocomplete<RaRecord, true>
      multiple
      options={data ?? []}
      value={chosen}
      getOptionLabel={label}
      getOptionKey={({ id }) => id}
      isOptionEqualToValue={(a, b) => a.id === b.id}
      filterOptions={isSearch ? (all) => all : undefined}
      onChange={(_, rows) => choose(rows)}
      onInputChange={(_, text) => setTyped(text)}
      noOptionsText={words.t('search.none')}
      renderInput={(params) => <TextField {...params} label={words.resource(resource)} />}
    />
  )
}
