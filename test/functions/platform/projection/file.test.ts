import { appendFileSync, existsSync, readFileSync, renameSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { Problem } from '#shared/declaration/problem.ts'
import { Case } from '#shared/entities/case.ts'
import { QuietScene, spreadParts } from './scene/quietScene.ts'
import { spied } from './scene/replaced.ts'
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

const isFull = process.env.REDRESS_FULL === '1'

let scene: QuietScene
beforeAll(() => {
  scene = new QuietScene(300)
})
afterAll(() => scene.instances.remove())

/** The path of the file after it was closed in peace. */
async function closedFile(): Promise<string> {
  await scene.check(0)
  const { path } = scene.instances.fileOf(0)
  await scene.instances.close()
  return path
}

/** The number that a file was given when it was made. */
const identity = () => scene.instances.fileOf(0).first(`SELECT "value" FROM "figures" WHERE "name" = 'identity'`)?.value

test('a file that was closed in peace is gone on with', async () => {
  await scene.check(0)
  const before = identity()
  await scene.instances.close()
  await scene.check(0)
  expect(identity()).toBe(before)
})

const damages: readonly [name: string, damage: (path: string, random: number) => void][] = [
  ['is deleted', (path) => rmSync(path)],
  ['is truncated', (path, random) => truncateSync(path, Math.floor(random * readFileSync(path).length))],
  ['is empty', (path) => truncateSync(path, 0)],
  ['has become longer', (path) => appendFileSync(path, 'more')],
  ['is no database', (path) => writeFileSync(path, 'This is no database. '.repeat(500))],
  ['lacks its digest', (path) => rmSync(`${path}.sha256`)],
  ['has another digest', (path) => writeFileSync(`${path}.sha256`, 'f'.repeat(64))],
  ['has half a digest', (path) => truncateSync(`${path}.sha256`, 20)],
  ['has a changed bit', (path, random) => changeBit(path, random)],
  [
    'is of another schema',
    (path) => renameSync(path, path.replace(/[0-9a-f]{16}\.sqlite$/, '0123456789abcdef.sqlite')),
  ],
]

function changeBit(path: string, random: number): void {
  const bytes = readFileSync(path)
  const place = Math.floor(random * bytes.length * 8)
  bytes[place >> 3] = (bytes[place >> 3] ?? 0) ^ (1 << (place & 7))
  writeFileSync(path, bytes)
}

test.each(damages)(
  'a closed file that %s is made anew, and nothing is lost',
  { timeout: 3_600_000 },
  async (name, damage) => {
    const times = name === 'has a changed bit' || name === 'is truncated' ? (isFull ? 1500 : 12) : 1
    for (const each of spreadParts(times)) {
      await scene.check(0)
      const before = identity()
      const path = await closedFile()
      damage(path, each)
      await scene.check(0)
      expect(identity()).not.toBe(before)
      expect(existsSync(path)).toBe(true)
    }
  },
)

test('files of other schemas and of tables that are followed no more do not stay, those of other tables do', async () => {
  const path = await closedFile()
  const others = ['0123456789abcdef.sqlite', '0123456789abcdef.sqlite-wal', '0123456789abcdef.sqlite.sha256']
  for (const name of others) writeFileSync(path.replace(/[0-9a-f]{16}\.sqlite$/, name), 'old')
  const foreign = path.replace(/-[0-9a-f]{16}\.sqlite$/, '-next-0123456789abcdef.sqlite')
  writeFileSync(foreign, 'of a table whose name begins alike')
  await scene.check(0)
  for (const name of others) expect(existsSync(path.replace(/[0-9a-f]{16}\.sqlite$/, name))).toBe(false)
  expect(readFileSync(foreign, 'utf8')).toContain('begins alike')
})

/** Lets a file not grow any more, as a full disk does. */
const fill = (file: { define: (sql: string) => void }) => file.define('PRAGMA max_page_count = 1')
const empty = (file: { define: (sql: string) => void }) => file.define('PRAGMA max_page_count = 1073741823')

const isRefused = async (work: Promise<unknown>) => {
  const error = await work.catch((reason) => reason)
  expect(error).toBeInstanceOf(Problem)
  expect(error).toMatchObject({ status: 503, refusal: { rule: 'LISTS_FULL' } })
}

test('on a full disk lists are refused with a sentence, and are whole again when there is room', async () => {
  await scene.check(0)
  const file = scene.instances.fileOf(0)
  fill(file)
  const long = { ...Case.example, patientName: 'A name that needs much room '.repeat(7) }
  for (let number = 1000; number < 1400; number++) scene.feed.write(Case, { ...long, id: idOf(Case, number) })
  await new Promise((done) => setTimeout(done, 300))
  await isRefused(scene.check(0))
  await isRefused(scene.check(0))
  empty(file)
  await scene.check(0)
})

test('on a disk that is full from the beginning lists are refused, and made when there is room', async () => {
  scene.instances.startCold(1)
  let isFilled = true
  spied.onOpen = (file) => {
    file.define(`PRAGMA max_page_count = ${isFilled ? 30 : 1_073_741_823}`)
  }
  await isRefused(scene.check(1))
  isFilled = false
  for (const file of spied.files.values()) empty(file)
  await scene.check(1)
  spied.onOpen = () => {}
})
