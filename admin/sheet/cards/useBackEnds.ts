import { useEffect, useRef } from 'react'

/**
 * Has the browser's Back, and Escape, end a mode of the page instead of leaving the page. The mode is an entry of the
 * history with the same address, which is taken away when the mode ends in another way.
 */
export function useBackEnds(isOn: boolean, end: () => void): void {
  const latest = useRef(end)
  latest.current = end
  useEffect(() => {
    if (!isOn) return
    window.history.pushState({ ...window.history.state, isMode: true }, '')
    const address = window.location.href
    let isBack = false
    const wentBack = () => {
      isBack = true
      latest.current()
    }
    const pressed = (event: KeyboardEvent) => {
      if (event.key === 'Escape' && !document.querySelector('[role=dialog], [role=menu]')) latest.current()
    }
    window.addEventListener('popstate', wentBack)
    document.addEventListener('keydown', pressed)
    return () => {
      window.removeEventListener('popstate', wentBack)
      document.removeEventListener('keydown', pressed)
      const isStillThere = window.location.href === address && window.history.state?.isMode === true
      if (!isBack && isStillThere) window.history.back()
    }
  }, [isOn])
}
