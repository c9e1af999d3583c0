import Box from '@mui/material/Box'
import Stack from '@mui/material/Stack'
import Typography from '@mui/material/Typography'
import { useState } from 'react'
import type { RaRecord } from 'react-admin'
import { FormDialog } from '#admin/actions/FormDialog.tsx'
import { useSaveNew } from '#admin/actions/useSaveNew.ts'
import { Input } from '#admin/entity/Input.tsx'
import { useWords } from '#admin/language/words.ts'
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
  const { t } = useWords()
  const { save, refusal } = useSaveNew('statements', t('case.taken'), close)
  const send = (values: object) => {
    const own = Object.entries(filledIn(values)).filter(([name]) => Object.hasOwn(inputs, name))
    return save({ ...Object.fromEntries(own), caseId: record.id, side })
  }
  const [defaults] = useState(() => ({
    takenAt: new Date().toISOString(),
    place: 'private-room',
    speakerName: side === 'patient' ? (record.complainant?.name ?? record.patientName) : '',
    confirmedBySpeaker: false,
  }))
  const title = `${t('case.take')} · ${t(`case.${side}Side`)}`
  return (
    <FormDialog title={title} close={close} defaults={defaults} send={send} refusal={refusal} width="md">
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
        </Box>
        <Advice />
      </Box>
    </FormDialog>
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
