import { existsSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { temporaryFile } from '#functions/platform/jobs/files/temporaryFile.ts'

const folder = mkdtempSync(join(tmpdir(), 'redress-temporary-'))
beforeAll(() => vi.stubEnv('PROJECTION_FOLDER', folder))
afterAll(() => {
  vi.unstubAllEnvs()
  rmSync(folder, { recursive: true, force: true })
})

test('what an interrupted run left is removed by the next run of its job, and by no other', () => {
  const [interrupted, other] = [temporaryFile('job_1', 1), temporaryFile('job_2', 1)]
  for (const { path } of [interrupted, other]) writeFileSync(path, 'rows of people', { mode: 0o600 })
  const next = temporaryFile('job_1', 2)
  expect([interrupted, other].map(({ path }) => existsSync(path))).toEqual([false, true])
  expect(next.path.startsWith(folder)).toBe(true)
  expect(statSync(join(next.path, '..')).mode & 0o077).toBe(0)
})
