import Alert from '@mui/material/Alert'
import Box from '@mui/material/Box'
import { counted } from '#admin/language/format.ts'
import { useWords } from '#admin/language/words.ts'
import type { JobState } from '#admin/provider/contract.ts'
import { entityOf } from '#shared/entities/index.ts'
import { reasonOf } from './reason.ts'
import { refusedOf } from './sentence.ts'

/** Refusals shown; the rest are counted. */
const shown = 100

/** What a job could not do, one line for each record or row, with the reason in words. */
export function Refusals({ job }: { job: JobState }) {
  const words = useWords()
  const errors = job.errors ?? []
  if (errors.length === 0) return null
  const hidden = Math.max(job.failed, errors.length) - Math.min(shown, errors.length)
  const entity = entityOf(String(job.resource))
  return (
    <Alert severity="error" sx={{ '& .MuiAlert-message': { minWidth: 0, flex: 1 } }}>
      <strong>{refusedOf(job, words)}</strong>
      <Box
        component="ul"
        tabIndex={0}
        aria-label={refusedOf(job, words)}
        sx={{ m: 0, mt: 0.5, paddingInlineStart: 2, maxHeight: 220, overflow: 'auto', overflowWrap: 'anywhere' }}
      >
        {errors.slice(0, shown).map(({ id, row, ...refused }) => (
          <li key={`${row ?? ''}${id}`}>
            {row === undefined ? <bdi>{id.slice(-6)}</bdi> : words.t('job.row', { row })}:{' '}
            <bdi>{reasonOf(entity, refused, words)}</bdi>
          </li>
        ))}
      </Box>
      {hidden > 0 && <Box sx={{ mt: 0.5 }}>{words.t('job.others', counted(hidden, words.locale))}</Box>}
    </Alert>
  )
}
