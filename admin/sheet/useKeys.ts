import type { RangeArea } from '@revolist/revogrid'
import { type RefObject, useEffect, useRef } from 'react'
import { type Deed, deedOf } from '#admin/sheet/shortcuts.ts'

interface Deeds {
  readonly grid: RefObject<HTMLRevoGridElement | null>
  readonly undo: () => void
  readonly redo: () => void
  readonly help: () => void
  readonly open: () => void
  readonly mark: () => void
  readonly history: () => void
  readonly fill: (range: RangeArea) => void
}

/** Listens for the sheet's keys while it is on screen and no dialog or text field has them. */
export function useKeys(deeds: Deeds): void {
  const now = useRef(deeds)
  now.current = deeds
  useEffect(() => {
    const pressed = (event: KeyboardEvent) => {
      const target = event.target instanceof HTMLElement ? event.target : undefined
      if (target?.closest('[role=dialog],[role=menu],[role=listbox],[role=presentation]')) return
      const isTyping = Boolean(target?.matches('input:not([type=checkbox]),textarea,select,[contenteditable]'))
      const grid = now.current.grid.current
      if (!isTyping && event.key === 'Escape') {
        void grid?.clearFocus()
        return
      }
      const deed = deedOf(event, isTyping)
      if (!deed) return
      event.preventDefault()
      event.stopPropagation()
      void act(deed, now.current)
    }
    document.addEventListener('keydown', pressed, { capture: true })
    return () => document.removeEventListener('keydown', pressed, { capture: true })
  }, [])
}

async function act(deed: Deed, { grid: at, fill, ...deeds }: Deeds): Promise<void> {
  const grid = at.current
  if (deed === 'find') document.querySelector<HTMLInputElement>('[data-sheet-search] input')?.focus()
  else if (deed === 'edit') {
    const focused = await grid?.getFocused()
    if (focused?.cell && focused.column) await grid?.setCellEdit(focused.cell.y, focused.column.prop)
  } else if (deed === 'fill') {
    const range = await grid?.getSelectedRange()
    if (range) fill(range)
  } else if (deed in deeds) deeds[deed as keyof typeof deeds]()
}
