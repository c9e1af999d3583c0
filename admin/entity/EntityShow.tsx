import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Skeleton from '@mui/material/Skeleton'
import { ShowBase, usePermissions, useResourceContext, useShowContext } from 'react-admin'
import { Link } from 'react-router-dom'
import { Actions } from '#admin/actions/Actions.tsx'
import { factsOf, inputsOf } from '#admin/entity/declared.ts'
import { History } from '#admin/entity/History.tsx'
import { Listed } from '#admin/entity/Listed.tsx'
import { State } from '#admin/entity/State.tsx'
import { Unreadable } from '#admin/frame/Failure.tsx'
import { Page, Section } from '#admin/frame/Page.tsx'
import { useWords, type Words } from '#admin/language/words.ts'
import { holds } from '#admin/provider/auth.ts'
import type { Me } from '#admin/provider/contract.ts'
import { entityOf } from '#shared/entities/index.ts'
import { type Entity, fieldOf } from '#shared/entity.ts'

/** A record of any entity: what it says, what was done with it, what can be done. */
export function EntityShow() {
  return (
    <ShowBase>
      <Showing />
    </ShowBase>
  )
}

function Showing() {
  const words = useWords()
  const resource = useResourceContext() ?? ''
  const of = entityOf(resource)
  const { record, error, refetch } = useShowContext()
  const { permissions: me } = usePermissions<Me>()
  if (error)
    return (
      <Page title={words.resource(resource, 1)} under={resource}>
        <Unreadable error={error} again={refetch} />
      </Page>
    )
  if (!record || !me)
    return (
      <Page title={<Skeleton width={200} />} under={resource}>
        <Skeleton variant="rounded" height={320} />
      </Page>
    )
  const facts = factsOf(of, me).filter(({ name }) => record[name] !== undefined && record[name] !== null)
  const mayEdit = holds(me, resource, 'update') && !of.isAppendOnly
  return (
    <Page
      title={titleOf(of, record, words)}
      tab={words.resource(resource, 1)}
      under={resource}
      beside={<State value={record.status ?? record.stage} />}
      actions={
        <>
          <Actions of={of} record={record} hidden={isEndedJob(of, record) ? ['cancel'] : []} />
          {mayEdit && (
            <Button component={Link} to={`/${resource}/${encodeURIComponent(record.id)}`} variant="contained">
              {words.t('form.change')}
            </Button>
          )}
        </>
      }
    >
      <Box
        sx={{
          display: 'grid',
          gap: 2,
          gridTemplateColumns: { xs: '1fr', lg: 'minmax(0, 3fr) minmax(0, 2fr)' },
          alignItems: 'start',
        }}
      >
        <Box sx={{ display: 'grid', gap: 2, minWidth: 0 }}>
          <Section title={words.t('show.details')}>
            <Listed of={of} record={record} declared={inputsOf(of, me)} />
          </Section>
          {facts.length > 0 && (
            <Section title={words.t('show.facts')}>
              <Listed of={of} record={record} declared={facts} />
            </Section>
          )}
        </Box>
        <Section title={words.t('history.title')}>
          <History of={of} record={record} />
        </Section>
      </Box>
    </Page>
  )
}

/** Work that is over cannot be cancelled. */
const isEndedJob = (of: Entity, { status }: Record<string, unknown>): boolean =>
  of.resource === 'jobs' && status !== 'queued' && status !== 'running'

/** What a record is called: its title, or its noun where the title is only an id. */
export function titleOf(of: Entity, record: Record<string, unknown>, words: Pick<Words, 'value' | 'resource'>): string {
  const title = record[of.title]
  if (typeof title !== 'string' || title === record.id) return words.resource(of.resource, 1)
  return fieldOf(of, of.title)?.kind === 'choice' ? words.value(title) : title
}
