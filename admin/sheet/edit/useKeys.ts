import type { RangeArea } from '@revolist/revogrid'
import { type RefObject, useEffect, useRef } from 'react'
import { actionOf, type ShortcutAction } from './shortcuts.ts'
import { typeAhead } from './typeAhead.ts'

interface KeyActions {
  readonly grid: RefObject<HTMLRevoGridElement | null>
  readonly undo: () => void
  readonly redo: () => void
  readonly help: () => void
  readonly open: () => void
  readonly select: () => void
  readonly history: () => void
  readonly menu: () => void
  readonly fill: (range: RangeArea) => void
}

/** Listens for the sheet's keys while it is on screen and the focus is in no dialog, menu or text field. */
export function useKeys(actions: KeyActions): void {
  const latest = useRef(actions)
  latest.current = actions
  useEffect(() => {
    const pressed = (event: KeyboardEvent) => {
      const target = event.target instanceof HTMLElement ? event.target : undefined
      if (target?.closest('[role=dialog],[role=menu],[role=listbox],[role=presentation]')) return
      const isTyping = Boolean(target?.matches('input:not([type=checkbox]),textarea,select,[contenteditable]'))
      const grid = latest.current.grid.current
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
      const action = actionOf(event, isTyping)
      if (
        !action &&
        !isTyping &&
        grid &&
        isLetter(event) &&
        (target === document.body || grid.contains(target ?? null))
      ) {
        event.preventDefault()
        event.stopPropagation()
        typeAhead.add(event.key, () => openEditor(grid))
      }
      if (!action) return
      event.preventDefault()
      event.stopPropagation()
      void act(action, latest.current)
    }
    document.addEventListener('keydown', pressed, { capture: true })
    return () => document.removeEventListener('keydown', pressed, { capture: true })
  }, [])
}

async function act(action: ShortcutAction, { grid: gridRef, fill, ...actions }: KeyActions): Promise<void> {
  const grid = gridRef.current
  if (action === 'find') document.querySelector<HTMLInputElement>('[data-sheet-search] input')?.focus()
  else if (action === 'edit') {
    if (grid) await openEditor(grid)
  } else if (action === 'fill') {
    const range = await grid?.getSelectedRange()
    if (range) fill(range)
  } else if (action in actions) actions[action as keyof typeof actions]()
}

const isLetter = (event: KeyboardEvent): boolean =>
  event.key.length === 1 && event.key !== ' ' && !event.ctrlKey && !event.metaKey && !event.altKey && !event.isComposing

/** Opens the editor of the focused cell; returns whether the cell may be changed. */
async function openEditor(grid: HTMLRevoGridElement): Promise<boolean> {
  const focused = await grid.getFocused()
  if (!focused?.cell || !focused.column || focused.column.readonly) return false
  await grid.setCellEdit(focused.cell.y, focused.column.prop)
  return true
}
