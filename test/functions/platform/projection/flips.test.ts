import { closeSync, openSync, readSync, statSync, writeSync } from 'node:fs'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { askPage } from '#functions/platform/projection/ask.ts'
import { maintainProjection } from '#functions/platform/projection/maintainProjection.ts'
import { parseList } from '#shared/api/listQuery.ts'
import { Case } from '#shared/entities/case.ts'
import { QuietScene, spreadParts } from './scene/quietScene.ts'
import type { SampleQuestion } from './scene/sampleQuestions.ts'
import { actors, sites } from './scene/sampleRecords.ts'

vi.mock('#functions/platform/store/readIndex.ts', async (original) =>
  (await import('./scene/replaced.ts')).readIndexOfFeed(original),
)
vi.mock('#functions/platform/store/read.ts', async (original) =>
  (await import('./scene/replaced.ts')).readOfFeed(original),
)
vi.mock('#functions/platform/aws/removeFiles.ts', async () => (await import('./scene/replaced.ts')).removalInMemory())
vi.mock('#functions/platform/aws/files.ts', async (original) =>
  (await import('./scene/replaced.ts')).filesInMemory(original),
)
vi.mock('#functions/platform/projection/file/sqlite.ts', async (original) =>
  (await import('./scene/replaced.ts')).spiedSqlite(original),
)

const isFull = process.env.REDRESS_FULL === '1'

let scene: QuietScene
beforeAll(() => {
  scene = new QuietScene(300)
})
afterAll(() => scene.instances.remove())

/** Changes one bit of the open file, and has SQLite read it again from the disk; what puts the bit right again. */
function changeBit(random: number): () => void {
  const file = scene.instances.fileOf(0)
  // The next maintenance compares the file with the feed, as it does once a day.
  file.run('INSERT OR REPLACE INTO "figures" VALUES (\'compared\', 0)')
  file.define('PRAGMA wal_checkpoint(TRUNCATE)')
  const place = Math.floor(random * statSync(file.path).size * 8)
  const byte = Buffer.alloc(1)
  const write = (bits: number) => {
    const descriptor = openSync(file.path, 'r+')
    readSync(descriptor, byte, 0, 1, place >> 3)
    writeSync(descriptor, Buffer.from([(byte[0] ?? 0) ^ bits]), 0, 1, place >> 3)
    closeSync(descriptor)
    file.define('PRAGMA shrink_memory')
  }
  write(1 << (place & 7))
  return () => {
    if (scene.instances.fileOf(0) === file) write(1 << (place & 7))
  }
}

/** Lists that read every part of the file: along each index, of some of the records and of all. */
const questions: readonly SampleQuestion[] = [
  [{}, []],
  [{}, ['receivedAt', 'ASC']],
  [{}, ['responseDueAt', 'DESC']],
  [{}, ['patientId', 'ASC']],
  [{}, ['number', 'ASC']],
  [{ receivedAt_gte: '2026', isOpen: true }, []],
  [{ siteId: sites[1]?.id }, []],
  [{ q: 'al' }, ['patientName', 'DESC']],
].map(
  ([filter, sort]) =>
    ({ who: 0, offset: 0, limit: 100, by: ['type', 'number'], sum: [], filter, sort }) as SampleQuestion,
)

/** What an open file shows after damage: every record that is shown is as it stands in the table. */
async function checkShown({ filter, sort }: SampleQuestion): Promise<void> {
  const [actor] = actors
  if (!actor) throw new Error('Nobody asks')
  const query = parseList(Case, { filter: JSON.stringify(filter), sort: JSON.stringify(sort) }, actor)
  const records = new Map(scene.feed.latest(Case).map((record) => [record.id, record]))
  for (const offset of [0, 200]) {
    const { rows } = await askPage(Case, query, { offset, limit: 200 }, { actor })
    for (const row of rows) expect(records.get(row.id)).toMatchObject(row)
  }
}

test('a bit that changes in an open file never changes a record that is shown, and the daily comparison finds it', {
  timeout: 3_600_000,
}, async () => {
  await scene.check(0)
  for (const [number, place] of [...spreadParts(isFull ? 4000 : 60)].entries()) {
    const putRight = changeBit(place)
    const asked = [0, 1, 2].map((step) => questions[(number + 3 * step) % questions.length] as SampleQuestion)
    for (const question of asked) await checkShown(question)
    await maintainProjection()
    await scene.check(0, questions.slice(number % 2, (number % 2) + 5))
    putRight()
  }
})

const wrongs: readonly [name: string, sql: string][] = [
  ['a cell by which it is found', 'UPDATE "cases" SET "isOpen" = 1 WHERE "isOpen" = 0'],
  ['a cell by which it is ordered', 'UPDATE "cases" SET "receivedAt" = "receivedAt" + 1000'],
  ['a text by which it is searched', 'UPDATE "cases" SET "search text" = \'mariam\''],
  ['what is shown of it', 'UPDATE "cases rows" SET "row" = json_set("row", \'$.type\', \'compliment\')'],
  ['no row that is shown', 'DELETE FROM "cases rows" WHERE "id" LIKE \'%3\''],
]

test.each(wrongs)(
  'a record that has otherwise %s is noticed as soon as it is shown, and never shown so',
  async (_name, sql) => {
    await scene.check(0)
    scene.instances.fileOf(0).define(sql)
    await new Promise((done) => setTimeout(done, 250))
    const asked = (filter: Readonly<Record<string, unknown>>, sort: string[] = []) => ({
      who: 0,
      offset: 0,
      limit: 50,
      by: ['siteId'],
      sum: [],
      filter,
      sort,
    })
    await scene.check(0, [asked({ isOpen: true }), asked({}, ['receivedAt', 'ASC']), asked({ q: 'mariam' }), asked({})])
  },
)
