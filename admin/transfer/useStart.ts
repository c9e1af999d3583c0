import { useRef, useState } from 'react'
import { useWords } from '#admin/language/words.ts'
import { Once } from './once.ts'

/**
 * Starts long work once, however often its button is pressed or an answer stays away: `request` is what makes two
 * requests the same.
 */
export function useStart() {
  const { failure } = useWords()
  const once = useRef(new Once())
  const isAsking = useRef(false)
  const [isBusy, setBusy] = useState(false)
  const [refusal, setRefusal] = useState<string>()
  const start = async (
    request: unknown,
    ask: (key: string) => Promise<{ readonly job: string }>,
  ): Promise<string | undefined> => {
    if (isAsking.current) return undefined
    isAsking.current = true
    setBusy(true)
    setRefusal(undefined)
    try {
      const { job } = await ask(once.current.keyOf(request))
      once.current.answered()
      return job
    } catch (error) {
      setRefusal(failure(error))
      return undefined
    } finally {
      isAsking.current = false
      setBusy(false)
    }
  }
  return { start, isBusy, refusal }
}
