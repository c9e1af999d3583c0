import Typography from '@mui/material/Typography'
import type { RaRecord } from 'react-admin'
import { EntityShow } from '#admin/entity/pages/EntityShow.tsx'
import type { RecordPageProps } from '#admin/entity/RecordShow.tsx'
import { useWords } from '#admin/language/words.ts'
import { holds } from '#admin/provider/auth.ts'
import { RuleTester } from './RuleTester.tsx'
import { RuleVersions } from './RuleVersions.tsx'

const isFixed = ({ status }: RaRecord): boolean => status !== 'draft'

/** A version of an offer rule with the others of its code, and a tester for those who set the rules. */
export function RuleShow() {
  return <EntityShow above={Standard} beside={Beside} isFixed={isFixed} />
}

function Standard() {
  const { t } = useWords()
  return (
    <Typography variant="body2" color="textSecondary" sx={{ mb: 2, maxWidth: 900 }}>
      {t('offerRule.standardHelp')}
    </Typography>
  )
}

function Beside({ record, me }: RecordPageProps) {
  return (
    <>
      <RuleVersions record={record} />
      {holds(me, 'offer-rules', 'update') && <RuleTester record={record} />}
    </>
  )
}
