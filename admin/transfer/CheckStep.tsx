import Alert from '@mui/material/Alert'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useState } from 'react'
import { useDataProvider } from 'react-admin'
import { Blocked } from '#admin/actions/Actions.tsx'
import { Section } from '#admin/frame/Page.tsx'
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
  /** The request that is tried. */
  readonly body: ImportBody
  /** The job that tries it. */
  readonly job: string
  readonly back: () => void
  readonly started: (job: string) => void
}

/** Shows what the file would do, row by row, before it does it. */
export function CheckStep({ entity, body, job: id, back, started }: CheckStepProps) {
  const { t, locale } = useWords()
  const provider = useDataProvider<RedressProvider>()
  const [job, setJob] = useState<JobState>()
  const { start, isBusy, refusal } = useStart()
  const result = job?.status === 'done' ? (job.result as ImportResult | undefined) : undefined
  const count = (result?.inserted ?? 0) + (result?.updated ?? 0)
  const differences = result?.differences ?? []
  const run = async () => {
    // What was tried once is done once: the trial's own id stands for it, however often it is asked for.
    const begun = await start(id, () =>
      provider.importList(entity.resource, { ...body, dryRun: false }, `import-${id}`),
    )
    if (begun) started(begun)
  }
  const label = t('transfer.start', counted(count, locale))
  return (
    <>
      <Section title={t('transfer.checkTitle')}>
        <JobRun id={id} ended={setJob} />
      </Section>
      {differences.length > 0 && (
        <Box sx={{ mt: 2 }}>
          <Section title={t('transfer.differences')}>
            <Differences entity={entity} differences={differences} total={count} />
          </Section>
        </Box>
      )}
      {refusal && (
        <Alert severity="error" sx={{ mt: 2 }}>
          {refusal}
        </Alert>
      )}
      <StepEnd back={back}>
        {result && count === 0 && <Blocked label={label} reason={t('transfer.nothing')} />}
        {result && count > 0 && (
          <Button variant="contained" disabled={isBusy} onClick={() => void run()}>
            {label}
          </Button>
        )}
      </StepEnd>
    </>
  )
}
