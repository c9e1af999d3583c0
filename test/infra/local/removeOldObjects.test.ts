import { mkdtempSync, readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { removeOldObjects } from '#infra/local/services/removeOldObjects.ts'

const folder = mkdtempSync(join(tmpdir(), 'redress-old-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

test('files that arrived more than a day ago are removed, newer ones stay', async () => {
  const now = Date.parse('2026-11-20T12:00:00Z')
  for (const [name, hours] of [
    ['old', 25],
    ['new', 23],
  ] as const) {
    writeFileSync(join(folder, name), name)
    const at = new Date(now - hours * 3_600_000)
    utimesSync(join(folder, name), at, at)
  }
  expect(await removeOldObjects(folder, 1, now)).toBe(1)
  expect(readdirSync(folder)).toEqual(['new'])
  expect(await removeOldObjects(join(folder, 'none'), 1, now)).toBe(0)
})
