import { useEffect, useRef, useState } from 'react'
import { useDataProvider } from 'react-admin'
import { useWords } from '#admin/language/words.ts'
import type { JobState, RedressProvider } from '#admin/provider/contract.ts'
import { watchJob } from '#admin/provider/jobs.ts'

interface JobView {
  readonly job?: JobState
  /** Why it can no longer be watched. */
  readonly fault?: string
  readonly again: () => void
}

/** A job as it goes until it ends; leaving the page stops the watching only. */
export function useJob(id: string | undefined, ended?: (job: JobState) => void): JobView {
  const { failure } = useWords()
  const provider = useDataProvider<RedressProvider>()
  const [seen, setSeen] = useState<Omit<JobView, 'again'>>({})
  const [attempt, setAttempt] = useState(0)
  const latest = useRef(ended)
  latest.current = ended
  // biome-ignore lint/correctness/useExhaustiveDependencies: another attempt watches anew
  useEffect(() => {
    if (!id) return
    const stop = new AbortController()
    watchJob(provider, id, (job) => setSeen({ job }), stop.signal)
      .then((job) => latest.current?.(job))
      .catch((error: unknown) => {
        if (!stop.signal.aborted) setSeen(({ job }) => ({ job, fault: failure(error) }))
      })
    return () => stop.abort()
  }, [id, attempt, provider, failure])
  return { ...seen, again: () => setAttempt(attempt + 1) }
}
