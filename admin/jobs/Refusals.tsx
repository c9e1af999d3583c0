import Alert from '@mui/material/Alert'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useState } from 'react'
import { useDataProvider } from 'react-admin'
import { Reference } from '#admin/entity/Value.tsx'
import { counted } from '#admin/language/format.ts'
import { issuesText, refusalText } from '#admin/language/refusal.ts'
import { useWords } from '#admin/language/words.ts'
import type { JobState, RedressProvider } from '#admin/provider/contract.ts'
import { entityOf } from '#shared/entities/index.ts'
import { refusedOf } from './sentence.ts'

/** Refusals that are shown at first, and that every further page adds. */
const pageSize = 50

/** The records or rows that a job could not change, one a line and page by page, each with its reason and a link to it. */
export function Refusals({ job }: { job: JobState }) {
  const words = useWords()
  const provider = useDataProvider<RedressProvider>()
  const [more, setMore] = useState<Pick<JobState, 'errors' | 'refusedNext'>>()
  const [limit, setLimit] = useState(pageSize)
  const [fault, setFault] = useState<string>()
  const errors = [...(job.errors ?? []), ...(more?.errors ?? [])]
  const next = more ? more.refusedNext : job.refusedNext
  if (errors.length === 0) return null
  const hidden = Math.max(job.failed, errors.length) - Math.min(limit, errors.length)
  const entity = entityOf(job.resource)
  const title = refusedOf(job, words)
  const showMore = async () => {
    setFault(undefined)
    try {
      if (limit + pageSize > errors.length && next !== undefined) {
        const page = await provider.job(String(job.id), undefined, next)
        setMore({ errors: [...(more?.errors ?? []), ...page.errors], refusedNext: page.refusedNext })
      }
      setLimit(limit + pageSize)
    } catch (error) {
      setFault(words.failure(error))
    }
  }
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
            {row !== undefined && words.t('job.row', { row })}
            {row !== undefined && id !== '' && ' '}
            {row === undefined && id === '' ? null : id === '' || refusal.rule === 'NOT_FOUND' ? (
              <bdi>{id.slice(-6)}</bdi>
            ) : (
              <Reference resource={job.resource} id={id} isInText />
            )}
            : <bdi>{issues ? issuesText(words, entity, issues) : refusalText(words, entity, refusal)}</bdi>
          </li>
        ))}
      </Box>
      {hidden > 0 && (
        <Box sx={{ mt: 0.5 }}>
          {words.t('job.others', counted(hidden, words.locale))}{' '}
          {(limit < errors.length || next !== undefined) && (
            <Button color="inherit" onClick={() => void showMore()}>
              {words.t('bulk.more')}
            </Button>
          )}
        </Box>
      )}
      {fault}
    </Alert>
  )
}
