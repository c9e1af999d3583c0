import { type RefObject, useEffect, useRef } from 'react'
import { useOffered } from '#admin/commands/offered.ts'
import { type GridFocus, gridFocusOf } from './GridFocus.ts'
import { moveAfter, moveOf } from './moves.ts'
import { actionOf, type ShortcutAction, sheetActions } from './shortcuts.ts'

interface KeyActions {
  readonly grid: RefObject<HTMLRevoGridElement | null>
  readonly undo: () => void
  readonly redo: () => void
  readonly open: () => void
  readonly select: () => void
  readonly history: () => void
  readonly menu: () => void
  readonly fill: () => void
}

/** Listens for the sheet's keys while it is on screen and the focus is in no dialog, menu or text field. */
export function useKeys(actions: KeyActions): void {
  const latest = useRef(actions)
  latest.current = actions
  useOffered(Object.fromEntries(sheetActions.map((action) => [action, () => act(action, latest.current)])))
  useEffect(() => {
    const pressed = (event: KeyboardEvent) => {
      const target = event.target instanceof HTMLElement ? event.target : undefined
      if (target?.closest('[role=dialog],[role=menu],[role=listbox],[role=presentation]')) return
      const { grid } = latest.current
      const focus = gridFocusOf(grid.current)
      const isOnCell = focus?.hears(target) ?? false
      if (isComposition(event)) {
        // Each key of a composition belongs to it: the grid would clear a cell, move or save.
        if (isOnCell || target?.closest('revogr-edit')) event.stopPropagation()
        if (isOnCell) focus?.input.focus()
        return
      }
      const isTyping =
        !isOnCell && Boolean(target?.matches('input:not([type=checkbox]),textarea,select,[contenteditable]'))
      const action = actionOf(event, isTyping)
      const isDone = action ? act(action, latest.current) : isOnCell && focus !== undefined && pressOnCell(event, focus)
      if (!isDone) return
      event.preventDefault()
      event.stopPropagation()
    }
    document.addEventListener('keydown', pressed, { capture: true })
    return () => document.removeEventListener('keydown', pressed, { capture: true })
  }, [])
}

const isComposition = (event: KeyboardEvent): boolean =>
  event.isComposing || event.keyCode === 229 || event.key === 'Process' || event.key === 'Dead'

/** Acts on a key of the focused cell; returns whether it was used up. */
function pressOnCell(event: KeyboardEvent, focus: GridFocus): boolean {
  const { key, shiftKey } = event
  if (focus.input.isOpening) {
    if (key === 'Enter' || key === 'Tab' || key === 'Escape') focus.input.finish({ key, shiftKey })
    // The grid would take a letter or clear the cell; the arrow keys of an editor that is about to open move nothing.
    event.stopPropagation()
    return key.length > 1 && key !== 'Shift' && key !== 'Backspace'
  }
  if (key === 'Escape') {
    void focus.leave()
    return true
  }
  if (key === 'Enter' && !event.altKey) {
    const down = () => focus.move(moveAfter('Enter', shiftKey))
    if (shiftKey) down()
    else void focus.input.edit().then((isOpen) => isOpen || down())
    return true
  }
  const move = moveOf(event)
  // Behind the last cell, and after Escape, Tab goes on to what follows the sheet.
  if (move) return key === 'Tab' && !focus.at ? false : focus.move(move)
  if (key === ' ') return true
  // What is typed goes into the input, and not to the grid, which would take single letters.
  if (key.length === 1 && (!(event.ctrlKey || event.metaKey) || event.altKey)) {
    focus.input.focus()
    event.stopPropagation()
  }
  return false
}

/** Does what a key of the list stands for; returns whether the key was used up. */
function act(action: ShortcutAction, { grid, ...actions }: KeyActions): boolean {
  if (action === 'find') document.querySelector<HTMLInputElement>('[data-sheet-search] input')?.focus()
  else if (action === 'edit') void gridFocusOf(grid.current)?.input.edit()
  else if (action in actions) actions[action as keyof typeof actions]()
  return true
}
