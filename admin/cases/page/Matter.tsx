import Box from '@mui/material/Box'
import Typography from '@mui/material/Typography'
import type { RaRecord } from 'react-admin'
import { filledFields } from '#admin/entity/declaredFields.ts'
import { FieldList } from '#admin/entity/FieldList.tsx'
import { Section } from '#admin/frame/Page.tsx'
import { useWords } from '#admin/language/words.ts'
import { Case } from '#shared/entities/case.ts'

const requestFields = [
  'type',
  'demands',
  'disputedMinor',
  'channel',
  'receivedAt',
  'eventAt',
  'serviceLine',
  'complainant',
  'subjects',
  'majorReasons',
  'ownerId',
  'attendingIds',
  'siteId',
  'mergedIntoId',
  'mergedIds',
]
const findingFields = [
  'plan',
  'planOn',
  'faultClass',
  'cause',
  'outcome',
  'teamUnavailableReason',
  'noRemedyReason',
  'patientDecision',
  'contactPerson',
  'acknowledgedHow',
  'acknowledgedTo',
  'lawyersLetter',
]

/** The matter in the person's own words, what they ask for, and what was found so far. */
export function Matter({ record }: { record: RaRecord }) {
  const { t, shown } = useWords()
  const findings = filledFields(Case, record, findingFields)
  return (
    <Section title={t('case.matter')}>
      <Box
        component="blockquote"
        dir="auto"
        sx={{
          m: 0,
          mb: 2,
          paddingInlineStart: 2,
          borderInlineStart: '3px solid',
          borderColor: 'primary.main',
          whiteSpace: 'pre-wrap',
          overflowWrap: 'anywhere',
        }}
      >
        {shown(record.summary)}
      </Box>
      <FieldList entity={Case} record={record} declared={filledFields(Case, record, requestFields)} />
      {findings.length > 0 && (
        <Box sx={{ mt: 2, pt: 2, borderTop: 1, borderColor: 'divider' }}>
          <Typography variant="h3" sx={{ mb: 1 }}>
            {t('case.decision')}
          </Typography>
          <FieldList entity={Case} record={record} declared={findings} />
        </Box>
      )}
    </Section>
  )
}
