import { useEffect, useRef } from 'react'
import type { CommandName } from '#admin/sheet/edit/shortcuts.ts'

/** What a page does by its keys, by the names in the list of keys. */
export type OfferedCommands = Partial<Record<CommandName, () => void>>

const sources = new Set<{ readonly current: OfferedCommands }>()

/** What can be done at the moment by keys, of every part of the page that is on the screen. */
export const offeredCommands = (): OfferedCommands => Object.assign({}, ...[...sources].map(({ current }) => current))

/** Does what a key would do now; nothing where no part of the page offers it. */
export const runCommand = (name: CommandName): void => offeredCommands()[name]?.()

/** Offers commands while a part of a page is on the screen; those of the latest drawing count. */
export function useOffered(commands: OfferedCommands): void {
  const latest = useRef(commands)
  latest.current = commands
  useEffect(() => {
    sources.add(latest)
    return () => void sources.delete(latest)
  }, [])
}
