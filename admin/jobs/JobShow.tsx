import { useRefresh } from 'react-admin'
import { factsOf } from '#admin/entity/declaredFields.ts'
import { FieldList, type ShownProps } from '#admin/entity/FieldList.tsx'
import { NestedList } from '#admin/entity/NestedList.tsx'
import { State } from '#admin/entity/State.tsx'
import { Columns, Page, Section } from '#admin/frame/Page.tsx'
import { useWords } from '#admin/language/words.ts'
import type { JobState } from '#admin/provider/contract.ts'
import { isEnded } from '#admin/provider/jobs.ts'
import { Job } from '#shared/entities/job.ts'
import { JobRun } from './JobRun.tsx'

/** Facts that stand in the outcome, or that mean something to the worker alone. */
const elsewhere = new Set(['status', 'isActive', 'request', 'errors', 'result', 'done', 'total', 'failed'])

/** A job: how far it is, what it made, what it refused, and whose it is. */
export function JobShow() {
  return <FieldList page={JobPage} outline={{ width: 200, height: 240 }} />
}

function JobPage({ record, me }: ShownProps) {
  const words = useWords()
  const refresh = useRefresh()
  const facts = factsOf(Job, me).filter(({ name }) => record[name] !== undefined && !elsewhere.has(name))
  const isOver = isEnded(record as JobState)
  return (
    <Page
      title={`${words.value(record.kind)} · ${words.resource(record.resource)}`}
      under="jobs"
      beside={<State value={record.status} />}
    >
      <Columns wide="minmax(0, 3fr) minmax(0, 2fr)">
        <Section title={words.t('job.outcome')}>
          <JobRun id={String(record.id)} ended={isOver ? undefined : refresh} />
        </Section>
        <Section title={words.t('show.details')}>
          <NestedList entity={Job} record={record} declared={facts} />
        </Section>
      </Columns>
    </Page>
  )
}
