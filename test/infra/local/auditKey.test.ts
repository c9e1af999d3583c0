import { spawnSync } from 'node:child_process'
import {
  cpSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startProduct } from '#test/support/product.ts'

const start = fileURLToPath(new URL('../../../infra/local/start.mjs', import.meta.url))
const root = mkdtempSync(join(tmpdir(), 'redress-audit-'))
const [folder, keys] = [join(root, 'data'), join(root, 'keys')]
afterAll(() => rmSync(root, { recursive: true, force: true }))

const npmStart = (flags: string[], places: { data?: string; kept?: string } = {}) => {
  const { data = folder, kept = keys } = places
  const env = { ...process.env, REDRESS_DATA: data, REDRESS_KEYS: kept, REDRESS_PANEL: 'none', PORT: '0' }
  const { status, stdout, stderr } = spawnSync(process.execPath, [start, ...flags], { env, encoding: 'utf8' })
  return { status, stdout, stderr }
}
const verified = (places?: { data?: string; kept?: string }) => npmStart(['--verify-audit'], places)
const holds = { status: 0, stdout: expect.stringContaining('The audit holds: ') }
const auditFolder = () => join(keys, readdirSync(keys)[0] ?? '')

/** A start with a flag that ends once the instance is ready. */
const started = async (...flags: string[]) => {
  const product = await startProduct({ folder, panel: false, env: { REDRESS_KEYS: keys }, flags })
  await product.stop()
}

describe('the key of a data folder', () => {
  beforeAll(() => started(), 240_000)

  test('is made at the first start, outside the folder, and nobody else can read it', () => {
    const path = join(auditFolder(), 'keys')
    expect(readFileSync(path, 'utf8')).toMatch(/^1 [\w-]{43}\n$/)
    expect([path, auditFolder()].map((each) => statSync(each).mode & 0o777)).toEqual([0o600, 0o700])
    expect(readdirSync(folder).join()).not.toContain('key')
    expect(verified()).toMatchObject(holds)
  })

  test('is found again when the folder has another name', () => {
    const other = join(root, 'renamed')
    renameSync(folder, other)
    expect(verified({ data: other })).toMatchObject(holds)
    renameSync(other, folder)
  })

  test('is missed with one sentence, on another computer, or when it is another one', () => {
    expect(npmStart(['--tick', 'audit-anchor']).status).toBe(0)
    const copy = join(root, 'copy')
    cpSync(folder, copy, { recursive: true })
    const file = join(auditFolder(), 'keys')
    const right = readFileSync(file)
    writeFileSync(file, `1 ${'A'.repeat(43)}\n`)
    const elsewhere = { data: copy, kept: join(root, 'other-keys') }
    for (const { status, stderr } of [verified(elsewhere), npmStart([])]) {
      expect(status).toBe(1)
      expect(stderr.trim().split('\n')).toEqual([
        expect.stringMatching(/records are all there and unchanged.*--new-audit-key/),
      ])
    }
    expect(existsSync(elsewhere.kept)).toBe(false)
    writeFileSync(file, right)
    expect(verified()).toMatchObject(holds)
  }, 240_000)

  test('is followed by another one when it is lost, and the anchors prove what is older', async () => {
    rmSync(join(auditFolder(), 'keys'))
    await started('--new-audit-key')
    expect(readFileSync(join(auditFolder(), 'keys'), 'utf8')).toMatch(/^2 [\w-]{43}\n$/)
    const { stdout, status } = verified()
    expect([status, stdout]).toEqual([0, expect.stringMatching(/was replaced at .*\n.*The audit holds: .* 2 anchors/)])
  }, 240_000)

  test('is followed by another one and kept, when it is there', async () => {
    await started('--new-audit-key')
    expect(readFileSync(join(auditFolder(), 'keys'), 'utf8')).toMatch(/^2 [\w-]{43}\n3 [\w-]{43}\n$/)
    expect(verified()).toMatchObject(holds)
  }, 240_000)

  test('can be lost with its anchors: the new one begins them anew', async () => {
    rmSync(keys, { recursive: true })
    await started('--new-audit-key')
    expect(readFileSync(join(auditFolder(), 'keys'), 'utf8')).toMatch(/^4 [\w-]{43}\n$/)
    expect(verified()).toMatchObject(holds)
  }, 240_000)
})
