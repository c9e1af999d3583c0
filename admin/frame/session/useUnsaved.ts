import { useEffect, useRef } from 'react'
import { useTranslate } from 'react-admin'
import { useBlocker } from 'react-router-dom'

/** Has the browser ask before the tab is closed or loaded again while something is unsaved. */
export function useBeforeUnload(isUnsaved: () => boolean): void {
  const latest = useRef(isUnsaved)
  latest.current = isUnsaved
  useEffect(() => {
    const ask = (event: BeforeUnloadEvent) => {
      if (latest.current()) event.preventDefault()
    }
    window.addEventListener('beforeunload', ask)
    return () => window.removeEventListener('beforeunload', ask)
  }, [])
}

/** Asks before a page is left on which something typed is not saved, by its links, by Back or by closing the tab. */
export function useUnsaved(isUnsaved: boolean): void {
  const t = useTranslate()
  useBeforeUnload(() => isUnsaved)
  const blocker = useBlocker(
    ({ currentLocation, nextLocation }) => isUnsaved && currentLocation.pathname !== nextLocation.pathname,
  )
  useEffect(() => {
    if (blocker.state !== 'blocked') return
    if (window.confirm(t('ra.message.unsaved_changes'))) blocker.proceed()
    else blocker.reset()
  }, [blocker, t])
}
