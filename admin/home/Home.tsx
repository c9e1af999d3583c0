import Button from '@mui/material/Button'
import { usePermissions } from 'react-admin'
import { Link } from 'react-router-dom'
import { Columns, Page } from '#admin/frame/Page.tsx'
import { useWords } from '#admin/language/words.ts'
import { holds } from '#admin/provider/auth.ts'
import type { Me } from '#admin/provider/contract.ts'
import { CasesNearLimit } from './CasesNearLimit.tsx'
import { FilesByStage } from './FilesByStage.tsx'
import { LowScores } from './LowScores.tsx'
import { OwnJobs } from './OwnJobs.tsx'
import { WaitingForMe } from './WaitingForMe.tsx'

/** Today: what waits for this person, each number leading to the list behind it. */
export function Home() {
  const { t } = useWords()
  const { permissions: me } = usePermissions<Me>()
  if (!me) return null
  return (
    <Page
      title={t('home.title')}
      actions={
        holds(me, 'cases', 'create') && (
          <Button component={Link} to="/cases/create" variant="contained">
            {t('case.open')}
          </Button>
        )
      }
    >
      <Columns wide="repeat(2, minmax(0, 1fr))">
        <WaitingForMe me={me} />
        {holds(me, 'cases', 'read') && <CasesNearLimit me={me} />}
        {holds(me, 'settlement-files', 'read') && <FilesByStage me={me} />}
        {holds(me, 'responses', 'read') && <LowScores />}
        <OwnJobs me={me} />
      </Columns>
    </Page>
  )
}
