/** What keys do: in the sheet, where the grid itself listens for those with `isGrid`, or on every page. */
interface Shortcut {
  readonly does: string
  readonly keys: readonly string[]
  readonly isGrid?: true
  readonly isEverywhere?: true
}

/** All keys: the sheet and the pages listen by this list and the help shows it. */
export const shortcuts = [
  { does: 'commands', keys: ['Ctrl+K'], isEverywhere: true },
  { does: 'help', keys: ['?', 'Ctrl+/'], isEverywhere: true },
  { does: 'newCase', keys: ['Alt+N'], isEverywhere: true },
  { does: 'callForHelp', keys: ['Alt+C'], isEverywhere: true },
  { does: 'edit', keys: ['F2', 'Enter'] },
  { does: 'leave', keys: ['Escape'], isGrid: true },
  { does: 'next', keys: ['Tab'], isGrid: true },
  { does: 'back', keys: ['Shift+Tab'], isGrid: true },
  { does: 'down', keys: ['Enter'], isGrid: true },
  { does: 'pick', keys: ['Alt+ArrowDown'], isGrid: true },
  { does: 'rowEdges', keys: ['Home', 'End'], isGrid: true },
  { does: 'corners', keys: ['Ctrl+Home', 'Ctrl+End'], isGrid: true },
  { does: 'edges', keys: ['Ctrl+Arrows'], isGrid: true },
  { does: 'pages', keys: ['PageUp', 'PageDown'], isGrid: true },
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
] as const satisfies readonly Shortcut[]

type AnyShortcut = (typeof shortcuts)[number]

/** What keys do on every page. */
export type PageAction = Extract<AnyShortcut, { isEverywhere: true }>['does']

/** What keys do in the sheet. */
export type ShortcutAction = Exclude<AnyShortcut['does'], PageAction>

/** What keys do, on every page or in the sheet. */
export type CommandName = AnyShortcut['does']

/** What the sheet does by keys for which it listens itself. */
export const sheetActions: readonly ShortcutAction[] = shortcuts.flatMap((each) =>
  'isGrid' in each || 'isEverywhere' in each ? [] : [each.does],
)

type Press = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey' | 'code'>

/** The pressed keys as the list spells them, such as `Ctrl+Shift+Z`; Cmd counts as Ctrl. */
function chordOf(event: Press): string {
  const key = event.code === 'Space' ? 'Space' : letterOf(event)
  const isShifted = event.shiftKey && key !== '?'
  const held = { Ctrl: event.ctrlKey || event.metaKey, Alt: event.altKey, Shift: isShifted }
  return [...Object.entries(held).flatMap(([name, isHeld]) => (isHeld ? [name] : [])), key].join('+')
}

// With Alt, and on an Arabic keyboard with Ctrl too, a key may make another letter; what counts is the place of the key.
const letterOf = ({ altKey, ctrlKey, metaKey, code, key }: Press): string => {
  const isByPlace = altKey || ((ctrlKey || metaKey) && !/^[ -~]$/.test(key))
  if (isByPlace && /^Key[A-Z]$/.test(code)) return code.slice(3)
  return key === '؟' ? '?' : key.length === 1 ? key.toUpperCase() : key
}

/** What a page does on a key; while somebody types, a letter is a letter. */
export function pageActionOf(event: Press, isTyping = false): PageAction | undefined {
  const chord = chordOf(event)
  if (isTyping && chord.length === 1) return undefined
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
