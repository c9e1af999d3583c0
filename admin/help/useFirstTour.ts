import { useEffect, useRef } from 'react'
import { usePreference, usePreferencesRead } from '#admin/provider/preferences.ts'

/** Takes a person on the tour at their first sign-in, on whichever machine; gives how to say that it was seen. */
export function useFirstTour(take: () => void): () => void {
  const isRead = usePreferencesRead()
  const [seen, choose] = usePreference<boolean | undefined>('tour', undefined)
  const latest = useRef(take)
  latest.current = take
  const isFirst = isRead && seen === undefined
  useEffect(() => {
    if (isFirst) latest.current()
  }, [isFirst])
  return () => choose(true)
}
