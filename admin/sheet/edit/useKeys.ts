import type { RangeArea } from '@revolist/revogrid'
import { type RefObject, useEffect, useRef } from 'react'
import { deedOf, type ShortcutAction } from './shortcuts.ts'
import { typeAhead } from './typeAhead.ts'

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
      if (typeAhead.isOpening && (event.key === 'Enter' || event.key === 'Tab' || event.key === 'Escape')) {
        event.preventDefault()
        event.stopPropagation()
        typeAhead.finish(event.key)
        return
      }
      if (!isTyping && event.key === 'Escape') {
        void grid?.clearFocus()
        return
      }
      const deed = deedOf(event, isTyping)
      if (
        !deed &&
        !isTyping &&
        grid &&
        isLetter(event) &&
        (target === document.body || grid.contains(target ?? null))
      ) {
        event.preventDefault()
        event.stopPropagation()
        typeAhead.add(event.key, () => openEditor(grid))
      }
      if (!deed) return
      event.preventDefault()
      event.stopPropagation()
      void act(deed, now.current)
    }
    document.addEventListener('keydown', pressed, { capture: true })
    return () => document.removeEventListener('keydown', pressed, { capture: true })
  }, [])
}

async function act(deed: ShortcutAction, { grid: at, fill, ...deeds }: Deeds): Promise<void> {
  const grid = at.current
  if (deed === 'find') document.querySelector<HTMLInputElement>('[data-sheet-search] input')?.focus()
  else if (deed === 'edit') {
    if (grid) await openEditor(grid)
  } else if (deed === 'fill') {
    const range = await grid?.getSelectedRange()
    if (range) fill(range)
  } else if (deed in deeds) deeds[deed as keyof typeof deeds]()
}

const isLetter = (event: KeyboardEvent): boolean =>
  event.key.length === 1 && event.key !== ' ' && !event.ctrlKey && !event.metaKey && !event.altKey && !event.isComposing

/** Opens the editor of the cell in focus; answers whether there is one that may be changed. */
async function openEditor(grid: HTMLRevoGridElement): Promise<boolean> {
  const focused = await grid.getFocused()
  if (!focused?.cell || !focused.column || focused.column.readonly) return false
  await grid.setCellEdit(focused.cell.y, focused.column.prop)
  return true
}
