import { copyFileSync, readFileSync, writeFileSync } from 'node:fs'
import { gunzipSync, gzipSync } from 'node:zlib'
import { beforeEach, expect, test, vi } from 'vitest'
import { publishSnapshot } from '#functions/platform/projection/file/snapshots.ts'
import { maintainProjection } from '#functions/platform/projection/maintainProjection.ts'
import { Case } from '#shared/entities/case.ts'
import { QuietScene } from './scene/quietScene.ts'
import { bucket } from './scene/replaced.ts'
import { idOf } from './scene/sampleRecords.ts'

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

let scene: QuietScene
beforeEach(async () => {
  bucket.clear()
  scene = new QuietScene(300)
  scene.feed.pageSize = 5
  return () => scene.instances.remove()
})

/** The most pages of the feed that are read by whoever begins with a snapshot: of each level and resource a few. */
const pagesAfterSnapshot = 50

async function publish(): Promise<void> {
  await scene.check(0)
  scene.instances.use(0)
  expect((await maintainProjection()).published).toBe(true)
}

const keyOf = (ending: string): string => [...bucket.keys()].find((key) => key.endsWith(ending)) ?? ''
const change = (ending: string, to: (bytes: Buffer) => Uint8Array) =>
  bucket.set(keyOf(ending), new Uint8Array(to(Buffer.from(bucket.get(keyOf(ending)) ?? []))))

test('an instance without a file begins with the latest snapshot, and answers as the other one does', async () => {
  expect(await scene.pagesOf(() => scene.check(0))).toBeGreaterThan(pagesAfterSnapshot)
  await publish()
  expect(await scene.pagesOf(() => scene.check(1))).toBeLessThan(pagesAfterSnapshot)
})

test('an old snapshot is followed on: what was written, changed and deleted since is there', async () => {
  await publish()
  for (let number = 250; number < 320; number++) {
    const deletedAt = number % 7 === 0 ? { deletedAt: '2026-11-20T12:00:00.000Z' } : {}
    scene.feed.write(Case, { ...Case.example, ...deletedAt, id: idOf(Case, number), patientName: `Later ${number}` })
  }
  await scene.check(1)
  await new Promise((done) => setTimeout(done, 250))
  await scene.check(0)
})

const damages: readonly [name: string, damage: () => unknown][] = [
  ['is missing', () => bucket.delete(keyOf('.gz'))],
  ['is not named', () => bucket.delete(keyOf('latest.json'))],
  ['is named by what is no JSON', () => change('latest.json', () => Buffer.from('<html>'))],
  ['is named by a file of another form', () => change('latest.json', () => Buffer.from('{"key":7}'))],
  ['is truncated', () => change('.gz', (bytes) => bytes.subarray(0, bytes.length / 2))],
  ['is empty', () => change('.gz', () => Buffer.alloc(0))],
  ['is no archive', () => change('.gz', (bytes) => bytes.fill(7))],
  ['has another digest', () => change('.gz', (bytes) => gzipSync(gunzipSync(bytes), { level: 9 }))],
  [
    'has one other bit',
    () =>
      change('.gz', (bytes) =>
        bytes.fill((bytes[bytes.length >> 1] ?? 0) ^ 8, bytes.length >> 1, (bytes.length >> 1) + 1),
      ),
  ],
  ['cannot be fetched', () => bucket.set('away', new Uint8Array())],
]

test.each(damages)('when a snapshot %s, the feed is read instead', async (_name, damage) => {
  await publish()
  damage()
  expect(await scene.pagesOf(() => scene.check(1))).toBeGreaterThan(pagesAfterSnapshot)
})

test('a snapshot that was published of a damaged file is not loaded twice: after it the feed is read', async () => {
  await publish()
  const { path } = scene.instances.fileOf(0)
  const copy = `${path}.copy`
  scene.instances.fileOf(0).define('PRAGMA wal_checkpoint(TRUNCATE)')
  copyFileSync(path, copy)
  const bytes = readFileSync(copy)
  for (let place = 8192; place < bytes.length; place += 4096) bytes.fill(255, place, place + 200)
  writeFileSync(copy, bytes)
  await publishSnapshot(copy)
  await scene.check(1)
})

test('a snapshot is published when enough has changed, and only then', async () => {
  await publish()
  const maintain = async () => (await maintainProjection()).published
  expect(await maintain()).toBe(false)
  const write = (number: number) =>
    scene.feed.write(Case, { ...Case.example, id: idOf(Case, number), patientName: `Changed ${number}` })
  write(1)
  expect(await maintain()).toBe(false)
  for (let number = 0; number < 30; number++) write(number)
  expect(await maintain()).toBe(true)
})

const plants: readonly [name: string, sql: string][] = [
  ['lacks records', 'DELETE FROM "cases" WHERE "id" LIKE \'%7\''],
  ['lacks rows', 'DELETE FROM "cases rows" WHERE "id" LIKE \'%7\''],
  [
    'has records that were never written',
    `INSERT INTO "cases" ("id", "record key", "version") VALUES ('${idOf(Case, 999_999)}', 1, 3)`,
  ],
  ['has other cells', 'UPDATE "cases" SET "type" = 1 WHERE "id" LIKE \'%7\''],
  ['has other rows', 'UPDATE "cases rows" SET "row" = \'{}\' WHERE "id" LIKE \'%7\''],
  ['has newer versions than there are', 'UPDATE "cases" SET "version" = 99 WHERE "id" LIKE \'%7\''],
  [
    'takes records for deleted',
    `DELETE FROM "cases" WHERE "id" LIKE '%7'; INSERT INTO "deleted records" SELECT "id", 99, NULL FROM "cases rows" WHERE "id" LIKE '%7'`,
  ],
]

test.each(plants)(
  'the daily comparison finds and repairs a file that %s, and publishes a sound one',
  async (_name, sql) => {
    await scene.check(0)
    const file = scene.instances.fileOf(0)
    file.define(sql)
    file.run('INSERT OR REPLACE INTO "figures" VALUES (\'compared\', 0)')
    scene.instances.use(0)
    const { differences, published } = await maintainProjection()
    expect({ differences: differences > 0, published }).toEqual({ differences: true, published: true })
    await scene.check(0)
    await scene.check(1)
    file.run('INSERT OR REPLACE INTO "figures" VALUES (\'compared\', 0)')
    scene.instances.use(0)
    expect((await maintainProjection()).differences).toBe(0)
  },
)

test('a record that the index is late to tell of is no difference, and is taken over', async () => {
  await scene.check(0)
  const late = { stampMs: 0, shownMs: 60_000, goneMs: -60_000 }
  scene.feed.write(Case, { ...Case.example, id: idOf(Case, 7), patientName: 'Told of later' }, late)
  scene.instances.fileOf(0).run('INSERT OR REPLACE INTO "figures" VALUES (\'compared\', 0)')
  expect((await maintainProjection()).differences).toBe(0)
  await scene.check(0)
})
