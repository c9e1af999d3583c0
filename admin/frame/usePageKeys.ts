import { useEffect, useRef } from 'react'
import { useOffered } from '#admin/commands/offered.ts'
import { type PageAction, pageActionOf } from '#admin/sheet/edit/shortcuts.ts'

/** Where letters are letters: text fields, but not the input that stands for a focused cell of the sheet. */
const typing = 'input:not([type=checkbox],[type=radio],.sheet-input),textarea,select,[contenteditable]'

/** Listens for the keys of every page while no dialog is open, in which something may be half written. */
export function usePageKeys(actions: Partial<Record<PageAction, () => void>>): void {
  const latest = useRef(actions)
  latest.current = actions
  useOffered(actions)
  useEffect(() => {
    const pressed = (event: KeyboardEvent) => {
      const isTyping = event.target instanceof Element && event.target.matches(typing)
      const action = pageActionOf(event, isTyping)
      const act = action && latest.current[action]
      if (!act || event.isComposing || document.querySelector('[role=dialog]')) return
      event.preventDefault()
      event.stopPropagation()
      act()
    }
    document.addEventListener('keydown', pressed, { capture: true })
    return () => document.removeEventListener('keydown', pressed, { capture: true })
  }, [])
}
