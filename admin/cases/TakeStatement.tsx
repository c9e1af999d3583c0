import Alert from '@mui/material/Alert'
import Box from '@mui/material/Box'
import Dialog from '@mui/material/Dialog'
import DialogContent from '@mui/material/DialogContent'
import DialogTitle from '@mui/material/DialogTitle'
import { useState } from 'react'
import { Form, type RaRecord, useDataProvider, useNotify, useRefresh } from 'react-admin'
import { Submit } from '#admin/actions/ActionDialog.tsx'
import { Input } from '#admin/entity/Input.tsx'
import { DialogEnd } from '#admin/frame/DialogEnd.tsx'
import { useWords } from '#admin/language/words.ts'
import type { RedressProvider } from '#admin/provider/contract.ts'
import { problemOf } from '#admin/provider/http.ts'
import { filledIn } from '#admin/provider/patch.ts'
import { Statement } from '#shared/entities/statement.ts'

const { speakerName, place, takenAt, narrative, translation, confirmedBySpeaker } = Statement.fields
const inputs = { speakerName, place, takenAt, narrative, translation, confirmedBySpeaker }

/** Takes one side's statement, with the advice for whoever listens beside it. */
export function TakeStatement({
  record,
  side,
  close,
}: {
  record: RaRecord
  side: 'patient' | 'team'
  close: () => void
}) {
  const { t, failure } = useWords()
  const provider = useDataProvider<RedressProvider>()
  const notify = useNotify()
  const refresh = useRefresh()
  const [refusal, setRefusal] = useState<string>()
  const keep = async (entered: object) => {
    const said = Object.fromEntries(Object.entries(filledIn(entered)).filter(([name]) => Object.hasOwn(inputs, name)))
    try {
      await provider.create('statements', { data: { ...said, caseId: record.id, side } })
      notify(t('case.taken'), { type: 'success' })
      close()
      refresh()
      return undefined
    } catch (error) {
      setRefusal(failure(error))
      return problemOf(error)?.errors
    }
  }
  const defaults = {
    takenAt: new Date().toISOString(),
    place: 'private-room',
    speakerName: side === 'patient' ? (record.complainant?.name ?? record.patientName) : '',
    confirmedBySpeaker: false,
  }
  return (
    <Dialog open onClose={close} fullWidth maxWidth="md" aria-labelledby="statement-title">
      <Form record={{}} defaultValues={defaults} onSubmit={keep}>
        <DialogTitle id="statement-title" sx={{ typography: 'h2' }}>
          {t('case.take')} · {t(`case.${side}Side`)}
        </DialogTitle>
        <DialogContent>
          <Box
            sx={{
              display: 'grid',
              gap: 3,
              gridTemplateColumns: { xs: 'minmax(0, 1fr)', md: 'minmax(0, 2fr) minmax(0, 1fr)' },
            }}
          >
            <Box>
              {Object.entries(inputs).map(([name, field]) => (
                <Input key={name} resource="statements" source={name} field={field} autoFocus={name === 'narrative'} />
              ))}
              {refusal && (
                <Alert severity="error" sx={{ mt: 1 }}>
                  {refusal}
                </Alert>
              )}
            </Box>
            <Advice />
          </Box>
        </DialogContent>
        <DialogEnd close={close}>
          <Submit label={t('form.save')} />
        </DialogEnd>
      </Form>
    </Dialog>
  )
}

/** How to listen: on screen while a statement is taken. */
function Advice() {
  const { t } = useWords()
  return (
    <Box
      component="aside"
      sx={{ alignSelf: 'start', p: 2, borderRadius: 1, bgcolor: 'background.default', fontSize: 14 }}
    >
      <Box component="h3" sx={{ typography: 'h3', m: 0, mb: 1 }}>
        {t('case.adviceTitle')}
      </Box>
      <Box component="ul" sx={{ m: 0, paddingInlineStart: 2.5, display: 'grid', gap: 0.75 }}>
        {[1, 2, 3, 4, 5].map((line) => (
          <li key={line}>{t(`case.advice${line}`)}</li>
        ))}
      </Box>
    </Box>
  )
}
