import { useEffect, useRef, useState } from 'react'
import { useDataProvider } from 'react-admin'
import { useWords } from '#admin/language/words.ts'
import type { JobState, RedressProvider } from '#admin/provider/contract.ts'
import { watchJob } from '#admin/provider/jobs.ts'

interface JobView {
  readonly job?: JobState
  /** Why the job can no longer be read. */
  readonly fault?: string
  readonly again: () => void
}

/** Reads a job again and again until it ends; leaving the page does not stop the job. */
export function useJob(id: string | undefined, ended?: (job: JobState) => void): JobView {
  const { failure } = useWords()
  const provider = useDataProvider<RedressProvider>()
  const [view, setView] = useState<Omit<JobView, 'again'>>({})
  const [attempt, setAttempt] = useState(0)
  const latest = useRef(ended)
  latest.current = ended
  // biome-ignore lint/correctness/useExhaustiveDependencies: another attempt starts reading again
  useEffect(() => {
    if (!id) return
    const stop = new AbortController()
    watchJob(provider, id, (job) => setView({ job }), stop.signal)
      .then((job) => latest.current?.(job))
      .catch((error: unknown) => {
        if (!stop.signal.aborted) setView(({ job }) => ({ job, fault: failure(error) }))
      })
    return () => stop.abort()
  }, [id, attempt, provider, failure])
  return { ...view, again: () => setAttempt(attempt + 1) }
}
