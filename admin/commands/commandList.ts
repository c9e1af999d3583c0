import { entryName, type MenuEntry } from '#admin/frame/layout/menuEntries.tsx'
import type { Words } from '#admin/language/words.ts'
import { holds } from '#admin/provider/auth.ts'
import type { Me } from '#admin/provider/contract.ts'
import { shortcuts } from '#admin/sheet/edit/shortcuts.ts'
import { entities } from '#shared/entities/index.ts'
import { fold } from '#shared/values/fold.ts'
import { type OfferedCommands, offeredCommands } from './offered.ts'

/** The groups of the command menu, in their order. */
export type CommandGroup = 'records' | 'page' | 'views' | 'go' | 'create'

/** One line of the command menu: something to do, or a place to go to. */
export interface MenuCommand {
  readonly id: string
  readonly group: CommandGroup
  readonly label: string
  /** What tells records of one name apart. */
  readonly detail?: string
  readonly keys?: string
  readonly run?: () => void
  readonly to?: string
}

/** Places of the menu have their own line, and the command menu is open already. */
const leftOut = new Set<string>(['newCase', 'commands'])

/** What the page offers by its keys, in the order of the list of keys. */
export function pageCommands({ t }: Words, offered: OfferedCommands = offeredCommands()): MenuCommand[] {
  return shortcuts.flatMap(({ does, keys }) => {
    const run = leftOut.has(does) ? undefined : offered[does]
    return run
      ? [{ id: `page.${does}`, group: 'page', label: t(`shortcuts.${does}`), keys: keys[0], run } as const]
      : []
  })
}

/** Places that the menu offers, and the forms of new records. */
export function placeCommands(words: Words, places: readonly MenuEntry[], me: Me): MenuCommand[] {
  const go = places.map(
    (entry): MenuCommand => ({
      ...{ id: `go.${entry.to}`, group: 'go', label: entryName(words, entry), to: entry.to },
      ...(entry.keys && { keys: entry.keys }),
    }),
  )
  const create = entities
    .filter(({ resource, menu, access }) => menu && resource !== 'cases' && access.create.length > 0)
    .filter(({ resource }) => holds(me, resource, 'create'))
    .map(
      ({ resource }): MenuCommand => ({
        ...{ id: `create.${resource}`, group: 'create', to: `/${resource}/create` },
        label: words.t('form.create', { name: words.noun(resource) }),
      }),
    )
  return [...go, ...create]
}

/** Commands whose name has every word of a text in it, in their order. */
export function matchingCommands(commands: readonly MenuCommand[], text: string): MenuCommand[] {
  const parts = fold(text).split(' ').filter(Boolean)
  return commands.filter(({ label }) => parts.every((part) => fold(label).includes(part)))
}
