import { lazy, Suspense, useEffect, useSyncExternalStore } from 'react'
import { sessionEnd } from '#admin/provider/index.ts'
import { useBeforeUnload } from './useUnsaved.ts'

const SignInAgain = lazy(() => import('./SignInAgain.tsx').then((all) => ({ default: all.SignInAgain })))

/** Asks over the page for the sign-in that a request waits for; the page stays as it is below. */
export function SessionEnded() {
  const isAsking = useSyncExternalStore(sessionEnd.subscribe, sessionEnd.isAsking)
  useBeforeUnload(sessionEnd.isKeeping)
  // What asks is fetched while the page is at rest: later there may be no network for it.
  useEffect(() => {
    const timer = setTimeout(() => void import('./SignInAgain.tsx'), 5_000)
    return () => clearTimeout(timer)
  }, [])
  return isAsking ? (
    <Suspense>
      <SignInAgain />
    </Suspense>
  ) : null
}
