import Alert from '@mui/material/Alert'
import Box from '@mui/material/Box'
import { counted } from '#admin/language/format.ts'
import { issuesText, refusalText } from '#admin/language/refusal.ts'
import { useWords } from '#admin/language/words.ts'
import type { JobState } from '#admin/provider/contract.ts'
import { entityOf } from '#shared/entities/index.ts'
import { refusedOf } from './sentence.ts'

/** Errors that are shown; the others are counted. */
const limit = 100

/** The records or rows that a job could not change, one a line, each with its reason in words. */
export function Refusals({ job }: { job: JobState }) {
  const words = useWords()
  const errors = job.errors ?? []
  if (errors.length === 0) return null
  const hidden = Math.max(job.failed, errors.length) - Math.min(limit, errors.length)
  const entity = entityOf(job.resource)
  const title = refusedOf(job, words)
  return (
    <Alert severity="error" sx={{ '& .MuiAlert-message': { minWidth: 0, flex: 1 } }}>
      <strong>{title}</strong>
      <Box
        component="ul"
        tabIndex={0}
        aria-label={title}
        sx={{ m: 0, mt: 0.5, paddingInlineStart: 2, maxHeight: 220, overflow: 'auto', overflowWrap: 'anywhere' }}
      >
        {errors.slice(0, limit).map(({ id, row, refusal, issues }) => (
          <li key={`${row ?? ''}${id}`}>
            {row === undefined ? <bdi>{id.slice(-6)}</bdi> : words.t('job.row', { row })}:{' '}
            <bdi>{issues ? issuesText(words, entity, issues) : refusalText(words, entity, refusal)}</bdi>
          </li>
        ))}
      </Box>
      {hidden > 0 && <Box sx={{ mt: 0.5 }}>{words.t('job.others', counted(hidden, words.locale))}</Box>}
    </Alert>
  )
}
