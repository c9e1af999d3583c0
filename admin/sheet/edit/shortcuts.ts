/** What keys do in the sheet; with `isGrid` the grid itself listens for them. */
interface Shortcut {
  readonly does: string
  readonly keys: readonly string[]
  readonly isGrid?: boolean
}

/** All keys: the sheet listens by this list and the help shows it. */
export const shortcuts = [
  { does: 'edit', keys: ['F2', 'Enter'] },
  { does: 'leave', keys: ['Escape'], isGrid: true },
  { does: 'next', keys: ['Tab'], isGrid: true },
  { does: 'down', keys: ['Enter'], isGrid: true },
  { does: 'range', keys: ['Shift+Arrows'], isGrid: true },
  { does: 'all', keys: ['Ctrl+A'], isGrid: true },
  { does: 'copy', keys: ['Ctrl+C'], isGrid: true },
  { does: 'paste', keys: ['Ctrl+V'], isGrid: true },
  { does: 'fill', keys: ['Ctrl+D'] },
  { does: 'clear', keys: ['Delete'], isGrid: true },
  { does: 'undo', keys: ['Ctrl+Z'] },
  { does: 'redo', keys: ['Ctrl+Y', 'Ctrl+Shift+Z'] },
  { does: 'open', keys: ['Ctrl+Enter'] },
  { does: 'select', keys: ['Shift+Space'] },
  { does: 'history', keys: ['Ctrl+H'] },
  { does: 'menu', keys: ['Alt+ArrowDown'] },
  { does: 'find', keys: ['Ctrl+F'] },
  { does: 'help', keys: ['?', 'Ctrl+/'] },
] as const satisfies readonly Shortcut[]

export type ShortcutAction = (typeof shortcuts)[number]['does']

/** The pressed keys as the list spells them, such as `Ctrl+Shift+Z`; Cmd counts as Ctrl. */
function chordOf(event: Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey' | 'code'>): string {
  const key = event.code === 'Space' ? 'Space' : event.key.length === 1 ? event.key.toUpperCase() : event.key
  const isShifted = event.shiftKey && key !== '?'
  const held = { Ctrl: event.ctrlKey || event.metaKey, Alt: event.altKey, Shift: isShifted }
  return [...Object.entries(held).flatMap(([name, isHeld]) => (isHeld ? [name] : [])), key].join('+')
}

/** What the sheet does on a key; undefined leaves the key to the grid or to the text field in which somebody types. */
export function actionOf(event: Parameters<typeof chordOf>[0], isTyping: boolean): ShortcutAction | undefined {
  if (isTyping) return undefined
  const chord = chordOf(event)
  if (chord === 'Enter') return undefined
  return shortcuts.find((each) => !('isGrid' in each) && (each.keys as readonly string[]).includes(chord))?.does
}
