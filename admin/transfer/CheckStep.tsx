import Alert from '@mui/material/Alert'
import Button from '@mui/material/Button'
import { useState } from 'react'
import { useDataProvider } from 'react-admin'
import { BlockedButton } from '#admin/frame/BlockedButton.tsx'
import { Column, Section } from '#admin/frame/Page.tsx'
import { JobRun } from '#admin/jobs/JobRun.tsx'
import { counted } from '#admin/language/format.ts'
import { useWords } from '#admin/language/words.ts'
import type { ImportResult, JobState, RedressProvider } from '#admin/provider/contract.ts'
import type { ImportBody } from '#shared/api/transfer.ts'
import type { Entity } from '#shared/declaration/entity.ts'
import { Differences } from './Differences.tsx'
import { StepEnd } from './Steps.tsx'
import { useStart } from './useStart.ts'

interface CheckStepProps {
  readonly entity: Entity
  /** The request of the dry run. */
  readonly body: ImportBody
  /** The job of the dry run. */
  readonly job: string
  readonly back: () => void
  readonly started: (job: string) => void
}

/** Shows what the file would change, row by row, before it is imported. */
export function CheckStep({ entity, body, job: id, back, started }: CheckStepProps) {
  const { t, locale } = useWords()
  const provider = useDataProvider<RedressProvider>()
  const [job, setJob] = useState<JobState>()
  const { start, isBusy, refusal } = useStart()
  const result = job?.status === 'done' ? (job.result as ImportResult | undefined) : undefined
  const count = (result?.inserted ?? 0) + (result?.updated ?? 0)
  const differences = result?.differences ?? []
  const run = async () => {
    // One dry run leads to one import, however often the button is pressed: its id makes the key.
    const importJob = await start(id, () =>
      provider.importList(entity.resource, { ...body, dryRun: false, check: id }, `import-${id}`),
    )
    if (importJob) started(importJob)
  }
  const label = t('transfer.start', counted(count, locale))
  return (
    <Column>
      <Section title={t('transfer.checkTitle')}>
        <JobRun id={id} ended={setJob} />
      </Section>
      {differences.length > 0 && (
        <Section title={t('transfer.differences')}>
          <Differences entity={entity} differences={differences} total={count} />
        </Section>
      )}
      {refusal && <Alert severity="error">{refusal}</Alert>}
      <StepEnd back={back}>
        {result && count === 0 && <BlockedButton label={label} reason={t('transfer.nothing')} />}
        {result && count > 0 && (
          <Button variant="contained" disabled={isBusy} onClick={() => void run()}>
            {label}
          </Button>
        )}
      </StepEnd>
    </Column>
  )
}
