import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, describe, expect, test } from 'vitest'
import { npmStart } from './npmStart.ts'
import { canMount, onFullDisk, onReadOnly, onSmallDisk, playScene } from './ownDisk.ts'

const isFull = process.env.REDRESS_FULL === '1'
const scene = fileURLToPath(new URL('fullDiskScene.ts', import.meta.url))
const folders: string[] = []
const newFolder = () => {
  const folder = mkdtempSync(join(tmpdir(), 'redress-disk-'))
  folders.push(folder)
  return folder
}
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true })
})

describe.skipIf(!canMount)('a start', () => {
  test.each([
    ['that takes no changes, where there is no folder yet', onReadOnly, 'data', 'or its disk takes no changes.'],
    ['that takes no changes', onReadOnly, '', 'or its disk takes no changes. What was saved is all there.'],
    ['that is full', onFullDisk, 'data', 'There is no space left on the disk of'],
  ])('on a disk %s says so in one sentence', async (_what, within, name, says) => {
    const folder = newFolder()
    const { code, output } = await npmStart(join(folder, name), within(folder))
    const lines = output.split('\n').filter((line) => /Redress|disk of/.test(line))
    expect([code, lines]).toEqual([1, [expect.stringContaining(says)]])
    expect(output).not.toMatch(/^ +at /m)
  })
})

describe.runIf(canMount && isFull)('a disk that becomes full while people work', () => {
  test('lets them read and sign in, refuses every write with a sentence, and loses nothing', async () => {
    const folder = newFolder()
    const works = { health: 'ok', record: 200, signIn: 200, resetCode: 200, write: [] }
    expect(await playScene(onSmallDisk(folder, 40_000_000), scene, folder)).toEqual({
      before: { ...works, lists: [200] },
      full: {
        ...works,
        health: 'storage full',
        lists: expect.toSatisfy((statuses: number[]) => statuses.every((status) => [200, 503].includes(status))),
        resetCode: 503,
        write: ['503 STORAGE_FULL'],
        refused: ['503 STORAGE_FULL'],
      },
      after: { ...works, lists: [200] },
      stop: 0,
      start: expect.stringContaining('There is no space left on the disk'),
      acknowledged: { count: expect.any(Number), lost: 0 },
      health: 'ok',
    })
  }, 300_000)
})
