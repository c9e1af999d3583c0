import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { main } from '#infra/local/backup/command.ts'
import { Drill, expectThat } from '#infra/local/backup/drillSteps.ts'

const said = vi.spyOn(console, 'error')
beforeEach(() => void said.mockReset().mockImplementation(() => {}))
afterEach(() => vi.unstubAllEnvs())

test.each([
  ['backup', [], 'Say which folder: --to.'],
  ['backup', ['--to', '/backups', '--keep', '0'], '--keep takes a number of backups'],
  ['backup', ['--into', '/backups'], "Unknown option '--into'"],
  ['restore', [], 'Say which folder: --from.'],
  ['restore', ['--from', '/nowhere'], 'There is no Redress backup in /nowhere'],
] as const)('%s %j says what is missing', async (name, args, sentence) => {
  vi.stubEnv('DYNAMODB_ENDPOINT', undefined)
  expect(await main(name, args)).toBe(1)
  expect(said).toHaveBeenCalledWith(expect.stringContaining(sentence))
})

test('a drill ends at the step that fails, and its table says why', async () => {
  const drill = new Drill()
  await drill.step(
    'count',
    async () => 3,
    (count) => `${count} records`,
  )
  const comparing = drill.step('compare', async () => expectThat(false, 'Two records are missing.'), String)
  await expect(comparing).rejects.toThrow('The drill failed: compare.')
  const [first, second, all] = drill.table().split('\n')
  expect(first).toMatch(/^✓ count .* s {3}3 records$/)
  expect(second).toMatch(/^✗ compare .* s {3}Two records are missing\.$/)
  expect(all).toContain('minutes')
})
