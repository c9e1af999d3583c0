import { useRef, useState } from 'react'
import { useWords } from '#admin/language/words.ts'
import { IdempotencyKey } from './idempotencyKey.ts'

/** Starts a job once, however often its button is pressed or its answer does not arrive; an equal `request` is the same job. */
export function useStart() {
  const { failure } = useWords()
  const key = useRef(new IdempotencyKey())
  const isRunning = useRef(false)
  const [isBusy, setBusy] = useState(false)
  const [refusal, setRefusal] = useState<string>()
  const start = async (
    request: unknown,
    send: (key: string) => Promise<{ readonly job: string }>,
  ): Promise<string | undefined> => {
    if (isRunning.current) return undefined
    isRunning.current = true
    setBusy(true)
    setRefusal(undefined)
    try {
      const { job } = await send(key.current.keyOf(request))
      key.current.answered()
      return job
    } catch (error) {
      setRefusal(failure(error))
      return undefined
    } finally {
      isRunning.current = false
      setBusy(false)
    }
  }
  return { start, isBusy, refusal }
}
