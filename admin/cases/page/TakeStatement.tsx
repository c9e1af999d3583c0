import Alert from '@mui/material/Alert'
import Box from '@mui/material/Box'
import Dialog from '@mui/material/Dialog'
import DialogContent from '@mui/material/DialogContent'
import DialogTitle from '@mui/material/DialogTitle'
import Stack from '@mui/material/Stack'
import Typography from '@mui/material/Typography'
import { useState } from 'react'
import { Form, type RaRecord, useDataProvider, useNotify, useRefresh } from 'react-admin'
import { Submit } from '#admin/actions/ActionDialog.tsx'
import { Input } from '#admin/entity/Input.tsx'
import { DialogButtons } from '#admin/frame/DialogButtons.tsx'
import { sendByKeys } from '#admin/frame/sendByKeys.ts'
import { useWords } from '#admin/language/words.ts'
import type { RedressProvider } from '#admin/provider/contract.ts'
import { problemOf } from '#admin/provider/http.ts'
import { filledIn } from '#admin/provider/patch.ts'
import { Statement } from '#shared/entities/statement.ts'

const { speakerName, place, takenAt, narrative, translation, confirmedBySpeaker } = Statement.fields
const inputs = { speakerName, place, takenAt, narrative, translation, confirmedBySpeaker }

/** Takes one side's statement; advice for the person who listens stands beside the form. */
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
  const save = async (values: object) => {
    const data = Object.fromEntries(Object.entries(filledIn(values)).filter(([name]) => Object.hasOwn(inputs, name)))
    try {
      await provider.create('statements', { data: { ...data, caseId: record.id, side } })
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
    <Dialog open onClose={close} maxWidth="md" aria-labelledby="statement-title" onKeyDown={sendByKeys}>
      <Form record={{}} defaultValues={defaults} onSubmit={save}>
        <DialogTitle id="statement-title">
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
        <DialogButtons close={close}>
          <Submit label={t('form.save')} />
        </DialogButtons>
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
      sx={{ alignSelf: 'start', p: 2, borderRadius: 1, bgcolor: 'background.default', typography: 'body2' }}
    >
      <Typography variant="h3" sx={{ mb: 1 }}>
        {t('case.adviceTitle')}
      </Typography>
      <Stack component="ul" spacing={0.75} sx={{ m: 0, paddingInlineStart: 2.5 }}>
        {[1, 2, 3, 4, 5].map((line) => (
          <li key={line}>{t(`case.advice${line}`)}</li>
        ))}
      </Stack>
    </Box>
  )
}
