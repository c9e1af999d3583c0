import { getFeedEntry } from '#functions/platform/store/read.ts'
import type { FeedEntry } from '#functions/platform/store/readIndex.ts'
import type { SqlFile } from '../file/sqlite.ts'
import { noteChange } from '../file/state.ts'
import { indexStatements, type ProjectionTable, tableStatements } from '../file/tables.ts'
import { applyEntries, deletedTable, keptVersion, unreadableTable } from './apply.ts'
import { FeedReader } from './feedReader.ts'

/**
 * How changes are followed. The feed tells of a change a moment after its commit, now and then much later, and not in
 * order. So each level reads again what was committed within its width before its own last reading began. A mark by the
 * newest change seen, or a width counted back from now, would lose changes.
 */
const levels = [
  { widthMs: 300, everyMs: 0 },
  { widthMs: 8_000, everyMs: 2_000 },
  { widthMs: 120_000, everyMs: 30_000 },
] as const

/** Milliseconds after its commit by which a change is taken over, be the feed as late as the widest level allows. */
export const longestDelayMs = Math.max(...levels.map(({ widthMs, everyMs }) => widthMs + everyMs))

/** Changes read at a time while following, and while a table is made from nothing. */
const pageSizes = { follow: 500, build: 1000 } as const

/** Milliseconds before its beginning from which a table made from nothing reads the feed once more before its first use. */
const settleMs = 10_000

/** Whether a resource has been followed before. */
export const isFollowed = (file: SqlFile, { entity }: ProjectionTable): boolean =>
  file.first('SELECT 1 FROM "marks" WHERE "resource" = ? LIMIT 1', [entity.resource]) !== undefined

/** Instant up to which a resource is followed, in milliseconds since 1970; 0 for one that never was. */
export const followedTo = (file: SqlFile, { entity }: ProjectionTable): number =>
  Number(file.first('SELECT "at" FROM "marks" WHERE "resource" = ? AND "level" = 0', [entity.resource])?.at ?? 0)

/** A reading of wide levels that was too long for one time, by file and resource. */
const longReadings = new WeakMap<SqlFile, Map<string, { readonly reading: FeedReader; readonly levels: number[] }>>()

/** What is done with a table at this moment, by file and resource: two makings of one table would spoil each other. */
const turns = new WeakMap<SqlFile, Map<string, Promise<void>>>()

/** Takes over what changed since the last time; stops about `until`, to go on the next time from there. */
export function follow(file: SqlFile, table: ProjectionTable, until = Number.POSITIVE_INFINITY): Promise<void> {
  const { resource } = table.entity
  const all = turns.get(file) ?? new Map<string, Promise<void>>()
  turns.set(file, all)
  const run = () => (isFollowed(file, table) ? followOn(file, table, until) : build(file, table))
  const turn = (all.get(resource) ?? Promise.resolve()).then(run, run)
  all.set(resource, turn)
  return turn
}

/** How far the clock of the instance that published a snapshot may be ahead of this one, in milliseconds. */
const skewMs = 5_000

/** The part of the time that reading wide levels may take, before the narrow one is read by itself. */
const widePart = 0.4

async function followOn(file: SqlFile, table: ProjectionTable, until: number): Promise<void> {
  const { resource } = table.entity
  const now = Date.now()
  if (wentBack(file, now)) file.run('UPDATE "marks" SET "at" = 0')
  const marks = marksOf(file, resource, now)
  const take = (entries: readonly FeedEntry[]) => takeOver(file, table, entries)
  const long = longReadings.get(file) ?? new Map()
  longReadings.set(file, long)
  const [narrow = { at: 0, from: 0 }] = marks
  const due = marks.filter(({ number, at }) => number > 0 && now - at >= (levels[number]?.everyMs ?? 0))
  if (due.length > 0 && !long.has(resource)) {
    const since = Math.min(narrow.from, ...due.map(({ from }) => from))
    const reading = new FeedReader(resource, since, pageSizes.follow)
    await reading.readOn(take, now + (until - now) * widePart)
    const wide = due.map(({ number }) => number)
    if (reading.isDone) return setMarks(file, resource, [0, ...wide], now)
    long.set(resource, { reading, levels: wide })
  }
  const reading = new FeedReader(resource, narrow.from, pageSizes.follow)
  await reading.readOn(take, until)
  setMarks(file, resource, [0], Math.max(narrow.at, Math.min(now, reading.reached)))
  const open = long.get(resource)
  if (!open) return
  await open.reading.readOn(take, until)
  if (!open.reading.isDone) return
  // All of what it was to read was there when it began, and it read every part of that then or later.
  setMarks(file, resource, open.levels, open.reading.startedAt)
  long.delete(resource)
}

/** By how much the clock is ahead of one that nobody sets, at the last look, by file. */
const leads = new WeakMap<SqlFile, number>()

/** Milliseconds by which a clock is set back without a word, to agree with others. */
const adjustedMs = 1000

/**
 * Notes where the clock is, and whether it was set back since the last look at a file. The marks may be behind it again by now, though changes were
 * committed at instants before them.
 */
function wentBack(file: SqlFile, now: number): boolean {
  const lead = now - performance.now()
  const before = leads.get(file)
  leads.set(file, lead)
  return before !== undefined && lead < before - adjustedMs
}

/** The mark of every level, and the instant since which the level is to be read. */
function marksOf(file: SqlFile, resource: string, now: number) {
  const rows = file.all('SELECT "level", "at" FROM "marks" WHERE "resource" = ?', [resource])
  const known = new Map(rows.map(({ level, at }) => [Number(level), Number(at)]))
  return levels.map(({ widthMs }, number) => {
    const mark = known.get(number) ?? 0
    // After a clock was set back nobody knows what was committed since: everything is read again.
    const at = mark > now + skewMs ? 0 : Math.min(mark, now)
    return { number, at, from: at - widthMs }
  })
}

function setMarks(file: SqlFile, resource: string, numbers: readonly number[], at: number): void {
  file.transaction(() => {
    for (const number of numbers) file.run('INSERT OR REPLACE INTO "marks" VALUES (?, ?, ?)', [resource, number, at])
  })
}

/** Makes a table from the whole feed. */
async function build(file: SqlFile, table: ProjectionTable): Promise<void> {
  const { resource } = table.entity
  const now = Date.now()
  wentBack(file, now)
  file.transaction(() => {
    for (const statement of tableStatements(table)) file.define(statement)
    noteChange(file)
    for (const name of [deletedTable, unreadableTable])
      file.run(`DELETE FROM ${name} WHERE "id" LIKE ? ESCAPE '\\'`, [`${table.entity.prefix}\\_%`])
  })
  const take = (entries: readonly FeedEntry[]) => takeOver(file, table, entries)
  await new FeedReader(resource, 0, pageSizes.build).readOn(take, Number.POSITIVE_INFINITY)
  // A record that changes is for a moment neither at its old place in the feed nor at its new one.
  await new FeedReader(resource, now - settleMs, pageSizes.build).readOn(take, Number.POSITIVE_INFINITY)
  file.transaction(() => {
    for (const statement of indexStatements(table)) file.define(statement)
  })
  setMarks(file, resource, [...levels.keys()], now)
}

/** Takes over entries of the feed in one transaction, and counts what was new. */
function takeOver(file: SqlFile, table: ProjectionTable, entries: readonly FeedEntry[]): void {
  if (entries.length === 0) return
  const fresh = entries.filter(({ id, version }) => keptVersion(file, table, id) < version)
  if (fresh.length === 0) return
  file.transaction(() => {
    const count = applyEntries(file, table, fresh)
    file.run(
      'INSERT INTO "figures" VALUES (\'changes\', ?) ON CONFLICT ("name") DO UPDATE SET "value" = "value" + excluded."value"',
      [count],
    )
  })
}

/** A record that somebody wrote and expects to see: its id, and its version at the least. */
export interface SeenRecord {
  readonly id: string
  readonly version: number
}

/** Takes over records that the file has only in an older version, read from the table as they are at this moment. */
export async function takeSeen(file: SqlFile, table: ProjectionTable, seen: readonly SeenRecord[]): Promise<void> {
  const older = seen.filter(({ id, version }) => keptVersion(file, table, id) < version)
  const entries = await Promise.all(older.map(({ id }) => getFeedEntry(table.entity, id)))
  takeOver(
    file,
    table,
    entries.flatMap((entry) => entry ?? []),
  )
}
