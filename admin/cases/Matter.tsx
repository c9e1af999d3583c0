import Box from '@mui/material/Box'
import type { RaRecord } from 'react-admin'
import { saidOf } from '#admin/entity/declaredFields.ts'
import { NestedList } from '#admin/entity/NestedList.tsx'
import { Section } from '#admin/frame/Page.tsx'
import { useWords } from '#admin/language/words.ts'
import { Case } from '#shared/entities/case.ts'

const asked = [
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
  'siteId',
]
const found = [
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
]

const present = (record: RaRecord, names: readonly string[]) =>
  saidOf(Case, record, names).filter(({ name }) => !(Array.isArray(record[name]) && record[name].length === 0))

/** The matter in the person's own words, what they ask for, and what was found so far. */
export function Matter({ record }: { record: RaRecord }) {
  const { t } = useWords()
  const findings = present(record, found)
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
          fontSize: 16,
          whiteSpace: 'pre-wrap',
          overflowWrap: 'anywhere',
        }}
      >
        {record.summary}
      </Box>
      <NestedList entity={Case} record={record} declared={present(record, asked)} />
      {findings.length > 0 && (
        <Box sx={{ mt: 2, pt: 2, borderTop: 1, borderColor: 'divider' }}>
          <Box component="h3" sx={{ typography: 'h3', m: 0, mb: 1 }}>
            {t('case.decision')}
          </Box>
          <NestedList entity={Case} record={record} declared={findings} />
        </Box>
      )}
    </Section>
  )
}
