import { useEffect, useRef } from 'react'
import { type PageAction, pageActionOf } from '#admin/sheet/edit/shortcuts.ts'

/** Listens for the keys of every page while no dialog is open, in which something may be half written. */
export function usePageKeys(actions: Partial<Record<PageAction, () => void>>): void {
  const latest = useRef(actions)
  latest.current = actions
  useEffect(() => {
    const pressed = (event: KeyboardEvent) => {
      const action = pageActionOf(event)
      const act = action && latest.current[action]
      if (!act || document.querySelector('[role=dialog]')) return
      event.preventDefault()
      event.stopPropagation()
      act()
    }
    document.addEventListener('keydown', pressed, { capture: true })
    return () => document.removeEventListener('keydown', pressed, { capture: true })
  }, [])
}
