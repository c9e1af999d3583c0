import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { manifestText } from '#infra/local/backup/backupManifest.ts'
import { erasedAfter, restore } from '#infra/local/backup/restore.ts'
import { Patient } from '#shared/entities/patient.ts'
import { as } from '#test/support/call.ts'
import { checksumsIn, useSampleFolder } from './sampleFolder.ts'

const sample = useSampleFolder()
const isFull = process.env.REDRESS_FULL === '1'
let made = ''
let backup = ''
let target = ''
beforeEach(async () => {
  const { place, makeBackup } = sample()
  made ||= (await makeBackup()).path
  backup = join(place, 'redress-copy')
  target = join(place, 'restored')
  cpSync(made, backup, { recursive: true })
})
afterEach(() => {
  for (const folder of [backup, target]) rmSync(folder, { recursive: true, force: true })
})

/** Changes what the backup says of itself, as somebody would who knows the form of it. */
function change(values: object): void {
  const { checksum: _old, ...manifest } = JSON.parse(readFileSync(join(backup, 'manifest.json'), 'utf8'))
  writeFileSync(join(backup, 'manifest.json'), manifestText({ ...manifest, ...values }))
}

/** Turns one bit of a file round. */
function flip(name: string, at: number): void {
  const bytes = readFileSync(join(backup, name))
  bytes[at] = (bytes[at] ?? 0) ^ 1
  writeFileSync(join(backup, name), bytes)
}

test('a restored folder is the backup, file by file, and the backup stays as it is', async () => {
  const before = checksumsIn(backup)
  mkdirSync(target)
  await restore(backup, target)
  expect(checksumsIn(backup)).toEqual(before)
  const expected = before.filter((line) => !line.includes('manifest.json')).map((line) => line.replace(backup, target))
  expect(checksumsIn(target)).toEqual(expected)
})

const file = (path: string) => ({ path, bytes: 1, sha256: 'a'.repeat(64) })
const damages: [string, () => void, string][] = [
  ['without a manifest', () => rmSync(join(backup, 'manifest.json')), 'it has no manifest.json'],
  [
    'with half a manifest',
    () => truncateSync(join(backup, 'manifest.json'), 300),
    'is not what a backup says of itself',
  ],
  ['of something else', () => change({ kind: 'another-backup' }), 'is not what a backup says of itself'],
  [
    'with a path out of it',
    () => change({ files: [file('records.db'), file('../../stolen')] }),
    'is not what a backup',
  ],
  [
    'with a path of the root',
    () => change({ files: [file('records.db'), file('/etc/passwd')] }),
    'is not what a backup',
  ],
  ['of another layout', () => change({ layout: 99 }), 'is of layout 99 and this version reads'],
  ['without a file', () => rmSync(join(backup, 'secrets.json')), 'secrets.json is missing in the backup'],
  ['with a turned bit', () => flip('records.db', 20_000), 'records.db in the backup'],
  ['with short records', () => truncateSync(join(backup, 'records.db'), 8192), 'its checksum differs'],
  ['with empty records', () => truncateSync(join(backup, 'records.db'), 0), 'its checksum differs'],
  ['with other counts', () => change({ historyEntries: 1 }), 'are not as many as its manifest says'],
]

describe('a backup that is not whole is refused, and no folder comes of it', () => {
  test.each(damages)('%s', async (_what, damage, sentence) => {
    damage()
    const before = checksumsIn(backup)
    await expect(restore(backup, target)).rejects.toThrow(sentence)
    await expect(restore(backup, target)).rejects.toThrow('Nothing was restored')
    expect([existsSync(target), checksumsIn(backup)]).toEqual([false, before])
  })
})

test('a backup with any bit of it turned is refused', async () => {
  const names = checksumsIn(backup).map((line) => line.split(' ')[0]?.slice(backup.length + 1) ?? '')
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...names), fc.double({ min: 0, max: 1, noNaN: true }), async (name, where) => {
      const at = Math.floor(where * (statSync(join(backup, name)).size - 1))
      flip(name, at)
      await expect(restore(backup, target)).rejects.toThrow('Nothing was restored')
      expect(existsSync(target)).toBe(false)
      flip(name, at)
    }),
    { numRuns: isFull ? 500 : 40 },
  )
  await restore(backup, target)
})

test('a folder in use is never restored into', async () => {
  mkdirSync(target)
  writeFileSync(join(target, 'mine'), 'stays')
  await expect(restore(backup, target)).rejects.toThrow('is not empty')
  expect(readFileSync(join(target, 'mine'), 'utf8')).toBe('stays')
})

test('the folder in use until now says who was erased after the backup', async () => {
  const { folder, world, makeBackup } = sample()
  const values = { ...Patient.example, siteId: world.siteId, memberNumber: 'ERASED-AFTER-1' }
  const { id } = (await as('front-desk')('POST /api/patients', values)).body
  const { path, manifest } = await makeBackup()
  const erase = await as('director')(`POST /api/patients/${id}/actions/erase`, { reason: 'Asked for' })
  expect([id, erase.status]).toEqual([expect.any(String), 200])
  await restore(path, target)
  expect(erasedAfter(manifest, target)).toEqual([id])
  expect(erasedAfter(manifest, folder)).toBeUndefined()
})
