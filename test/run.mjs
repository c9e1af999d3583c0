import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { checkNode, ensureDependencies, root } from '../infra/local/process/install.mjs'

checkNode()
ensureDependencies()

const given = process.argv.slice(2)
const filters = given.filter((argument) => argument !== '--full')
const env = { ...process.env, ...(given.includes('--full') && { REDRESS_FULL: '1' }) }
const reports = mkdtempSync(join(tmpdir(), 'redress-test-'))
const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))

const run = (command, program = process.execPath) =>
  spawnSync(program, command, { cwd: root, env, stdio: 'inherit' }).status === 0
const tool = (path) => join(root, 'node_modules', path)

/** A check that is no test counts as nothing when it holds and as one failure when it does not. */
const check = (...command) => ({ passed: 0, failed: run(...command) ? 0 : 1 })

/** Counts what Vitest reports; a file that does not even load is one failure. */
const count = (path, isGreen) => {
  if (!existsSync(path)) return { passed: 0, failed: isGreen ? 0 : 1 }
  const { numPassedTests, numFailedTests, testResults } = JSON.parse(readFileSync(path, 'utf8'))
  const broken = testResults.filter((file) => file.status === 'failed' && file.assertionResults.length === 0).length
  const failed = numFailedTests + broken
  return { passed: numPassedTests, failed: failed === 0 && !isGreen ? 1 : failed }
}

const vitest = (...projects) => {
  const report = join(reports, `${projects.join('-')}.json`)
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`, '--passWithNoTests']
  const chosen = projects.map((project) => `--project=${project}`)
  return count(report, run([tool('vitest/vitest.mjs'), 'run', ...chosen, ...reporters, ...filters]))
}

const buildPanel = `const { buildPanel } = await import('./infra/local/server/panel.ts')
  await buildPanel().catch((error) => { console.error(error.message); process.exit(1) })`

const checks = [
  ['lint', () => check([tool('@biomejs/biome/bin/biome'), 'check'])],
  ['types', () => check([tool('typescript/bin/tsc'), '--noEmit', '-p', '.'])],
]
const build = [
  ['panel build', () => check(['--import', 'tsx', '--input-type=module', '-e', buildPanel])],
  ...(scripts.budgets ? [['budgets', () => check(['run', '--silent', 'budgets'], 'npm')]] : []),
]

/** With filters only the tests they name run, without the checks around them. */
const steps = [
  ...(filters.length > 0 ? [] : checks),
  ['unit and api tests', () => vitest('unit', 'api')],
  ...(filters.length > 0 ? [] : build),
  ['journeys', () => vitest('journeys')],
]

const results = []
for (const [name, step] of steps) {
  console.log(`\n── ${name}`)
  const began = performance.now()
  const { passed, failed } = step()
  results.push({ name, passed, failed, seconds: (performance.now() - began) / 1000 })
}
rmSync(reports, { recursive: true, force: true })

console.log('')
for (const { name, passed, failed, seconds } of results) {
  const tests = passed + failed > 0 ? `${passed} passed, ${failed} failed` : 'holds'
  console.log(`${failed === 0 ? '✓' : '✗'} ${name.padEnd(20)} ${seconds.toFixed(1).padStart(6)} s   ${tests}`)
}
const sum = (key) => results.reduce((total, result) => total + result[key], 0)
console.log(`\n${sum('passed')} passed, ${sum('failed')} failed`)
process.exit(sum('failed') === 0 ? 0 : 1)
