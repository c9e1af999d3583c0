import type { RoomHelp } from '#shared/text/help/texts.ts'

/** Pages of their own, by their address. */
const pages: Readonly<Record<string, string>> = {
  '/': 'home',
  '/cases/create': 'intake',
  '/cases/board': 'board',
  '/calls': 'calls',
  '/reports': 'reports',
  '/survey-results': 'results',
  '/follow-ups/summary': 'week',
  '/notices': 'notices',
}

/** What a page has in common with others of its kind. */
function kindOf(path: readonly string[]): string | undefined {
  const [, id, view] = path
  if (!id) return 'list'
  if (id === 'import') return 'import'
  return id === 'create' || view === undefined ? 'form' : 'record'
}

/** What is said about a page by its address: about its room, and about its kind; the room of a record is that of its list. */
export function helpOf(rooms: Readonly<Record<string, RoomHelp>>, pathname: string): RoomHelp[] {
  const path = pathname.split('/').filter(Boolean)
  const page = pages[pathname] ?? (path[0] === 'survey-results' ? 'results' : undefined)
  const names = page ? [page] : [path[0], kindOf(path)]
  return names.map((name) => rooms[name ?? '']).filter((help) => help !== undefined)
}
