import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Skeleton from '@mui/material/Skeleton'
import { type RaRecord, ShowBase, usePermissions, useShowContext } from 'react-admin'
import { Link } from 'react-router-dom'
import { Actions } from '#admin/actions/Actions.tsx'
import { CaseSide } from '#admin/cases/CaseSide.tsx'
import { Matter } from '#admin/cases/Matter.tsx'
import { Statements } from '#admin/cases/Statements.tsx'
import { Timeline } from '#admin/cases/Timeline.tsx'
import { State } from '#admin/entity/State.tsx'
import { toneOf } from '#admin/entity/tone.ts'
import { Unreadable } from '#admin/frame/Failure.tsx'
import { Page } from '#admin/frame/Page.tsx'
import { useWords } from '#admin/language/words.ts'
import { holds } from '#admin/provider/auth.ts'
import type { Me } from '#admin/provider/contract.ts'
import { Case } from '#shared/entities/case.ts'

/** One case: the matter and both sides of it, what happened, and what runs out. */
export function CaseShow() {
  return (
    <ShowBase>
      <CasePage />
    </ShowBase>
  )
}

function CasePage() {
  const words = useWords()
  const { record, error, refetch } = useShowContext()
  const { permissions: me } = usePermissions<Me>()
  if (error)
    return (
      <Page title={words.resource('cases', 1)} under="cases">
        <Unreadable error={error} again={refetch} />
      </Page>
    )
  if (!record || !me)
    return (
      <Page title={<Skeleton width={180} />} under="cases">
        <Skeleton variant="rounded" height={420} />
      </Page>
    )
  return (
    <Page
      title={record.number}
      under="cases"
      beside={
        <>
          <State value={record.status} tone={toneOf(record.status, 'cases')} />
          {record.severity === 'major' && <State value="major" />}
        </>
      }
      actions={
        <>
          <Actions
            of={Case}
            record={record}
            isPrimary
            extras={{ acknowledge: { defaults: { contactPerson: me.name } }, 'hand-over': { defaults: {} } }}
          />
          {holds(me, 'cases', 'update') && (
            <Button component={Link} to={`/cases/${record.id}`} color="secondary">
              {words.t('form.change')}
            </Button>
          )}
        </>
      }
    >
      <Columns record={record} />
    </Page>
  )
}

const columns = {
  display: 'grid',
  gap: 2,
  alignItems: 'start',
  gridTemplateColumns: { xs: 'minmax(0, 1fr)', lg: 'minmax(0, 2.3fr) minmax(0, 1.3fr) minmax(280px, 1fr)' },
} as const

function Columns({ record }: { record: RaRecord }) {
  return (
    <Box sx={columns}>
      <Box sx={{ display: 'grid', gap: 2, minWidth: 0 }}>
        <Matter record={record} />
        <Statements record={record} />
      </Box>
      <Timeline record={record} />
      <CaseSide record={record} />
    </Box>
  )
}
