/** What keys do: in the sheet, where the grid itself listens for those with `isGrid`, or on every page. */
interface Shortcut {
  readonly does: string
  readonly keys: readonly string[]
  readonly isGrid?: true
  readonly isEverywhere?: true
}

/** All keys: the sheet and the pages listen by this list and the help shows it. */
export const shortcuts = [
  { does: 'newCase', keys: ['Alt+N'], isEverywhere: true },
  { does: 'callForHelp', keys: ['Alt+C'], isEverywhere: true },
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

type AnyShortcut = (typeof shortcuts)[number]

/** What keys do on every page. */
export type PageAction = Extract<AnyShortcut, { isEverywhere: true }>['does']

/** What keys do in the sheet. */
export type ShortcutAction = Exclude<AnyShortcut['does'], PageAction>

type Press = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey' | 'code'>

/** The pressed keys as the list spells them, such as `Ctrl+Shift+Z`; Cmd counts as Ctrl. */
function chordOf(event: Press): string {
  const key = event.code === 'Space' ? 'Space' : letterOf(event)
  const isShifted = event.shiftKey && key !== '?'
  const held = { Ctrl: event.ctrlKey || event.metaKey, Alt: event.altKey, Shift: isShifted }
  return [...Object.entries(held).flatMap(([name, isHeld]) => (isHeld ? [name] : [])), key].join('+')
}

// With Alt a keyboard may make another letter; what counts is the place of the key.
const letterOf = ({ altKey, code, key }: Press): string =>
  altKey && /^Key[A-Z]$/.test(code) ? code.slice(3) : key.length === 1 ? key.toUpperCase() : key

/** What a page does on a key, also while somebody types. */
export function pageActionOf(event: Press): PageAction | undefined {
  const chord = chordOf(event)
  return shortcuts.flatMap((each) =>
    'isEverywhere' in each && each.keys.some((key) => key === chord) ? [each.does] : [],
  )[0]
}

/** What the sheet does on a key; undefined leaves the key to the grid or to the text field in which somebody types. */
export function actionOf(event: Press, isTyping: boolean): ShortcutAction | undefined {
  if (isTyping) return undefined
  const chord = chordOf(event)
  if (chord === 'Enter') return undefined
  return shortcuts.flatMap((each) =>
    'isGrid' in each || 'isEverywhere' in each || !each.keys.some((key) => key === chord) ? [] : [each.does],
  )[0]
}
