import Button from '@mui/material/Button'
import { JobRun } from '#admin/jobs/JobRun.tsx'
import { useWords } from '#admin/language/words.ts'
import { isEnded } from '#admin/provider/jobs.ts'

interface BulkRunProps {
  readonly id: string
  readonly close: () => void
  readonly again: (ids: readonly string[]) => void
}

/** Shows the progress of a bulk change, and repeats it for the records it refused. */
export function BulkRun({ id, close, again }: BulkRunProps) {
  const { t } = useWords()
  return (
    <JobRun
      id={id}
      buttons={(job) => (
        <>
          {job && isEnded(job) && job.errors && job.errors.length > 0 && (
            <Button color="secondary" onClick={() => again((job.errors ?? []).map((error) => error.id))}>
              {t('bulk.retry')}
            </Button>
          )}
          <Button variant="contained" onClick={close}>
            {t('frame.close')}
          </Button>
        </>
      )}
    />
  )
}
