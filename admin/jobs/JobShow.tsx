import { useRefresh } from 'react-admin'
import { factsOf } from '#admin/entity/declaredFields.ts'
import { FieldList } from '#admin/entity/FieldList.tsx'
import { type RecordPageProps, RecordShow } from '#admin/entity/RecordShow.tsx'
import { State } from '#admin/entity/State.tsx'
import { Columns, Page, Section } from '#admin/frame/Page.tsx'
import { useWords } from '#admin/language/words.ts'
import type { JobState } from '#admin/provider/contract.ts'
import { isEnded } from '#admin/provider/jobs.ts'
import { Job } from '#shared/entities/job.ts'
import { JobRun } from './JobRun.tsx'

/** Facts that the result shows, or that only the worker needs. */
const hidden = new Set(['status', 'isActive', 'request', 'errors', 'result', 'done', 'total', 'failed', 'undoneBy'])

/** The page of a job: its progress or result, and its facts. */
export function JobShow() {
  return <RecordShow page={JobPage} outline={{ width: 200, height: 240 }} />
}

function JobPage({ record, me }: RecordPageProps) {
  const words = useWords()
  const refresh = useRefresh()
  const facts = factsOf(Job, me).filter(({ name }) => record[name] !== undefined && !hidden.has(name))
  const isOver = isEnded(record as JobState)
  return (
    <Page
      title={`${words.value('jobs', 'kind', record.kind)} · ${words.resource(record.resource)}`}
      under="jobs"
      beside={<State entity={Job} record={record} />}
    >
      <Columns wide="minmax(0, 3fr) minmax(0, 2fr)">
        <Section title={words.t('job.outcome')}>
          <JobRun key={record.id} id={String(record.id)} ended={isOver ? undefined : refresh} />
        </Section>
        <Section title={words.t('show.details')}>
          <FieldList entity={Job} record={record} declared={facts} />
        </Section>
      </Columns>
    </Page>
  )
}
