import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { checkNode, ensureDependencies, root } from '../infra/local/process/install.mjs'

checkNode()
ensureDependencies()

const args = process.argv.slice(2)
const filters = args.filter((argument) => !['--full', '--check'].includes(argument))
const env = { ...process.env, ...(args.includes('--full') && { REDRESS_FULL: '1' }) }
const reports = mkdtempSync(join(tmpdir(), 'redress-test-'))

const run = (command, program = process.execPath) =>
  spawnSync(program, command, { cwd: root, env, stdio: 'inherit' }).status === 0
const tool = (path) => join(root, 'node_modules', path)

/** A check without tests counts as one failure when it fails. */
const check = (...command) => ({ passed: 0, failed: run(...command) ? 0 : 1 })

/** What failed, to be said again at the end, where it is found. */
const failures = []
const note = (file, { fullName = '', failureMessages = [file.message] }) =>
  failures.push(
    `${relative(root, file.name)} ${fullName}\n    ${String(failureMessages[0]).split('\n', 3).join('\n    ')}`,
  )

/** Counts what Vitest reports; a file that does not even load is one failure. */
const count = (path, isGreen) => {
  if (!existsSync(path)) return { passed: 0, failed: isGreen ? 0 : 1 }
  const { numPassedTests, numFailedTests, testResults } = JSON.parse(readFileSync(path, 'utf8'))
  const broken = testResults.filter((file) => file.status === 'failed' && file.assertionResults.length === 0)
  for (const file of broken) note(file, {})
  for (const file of testResults)
    for (const each of file.assertionResults) if (each.status === 'failed') note(file, each)
  const failed = numFailedTests + broken.length
  return { passed: numPassedTests, failed: failed === 0 && !isGreen ? 1 : failed }
}

const vitest = (...words) => {
  const projects = words.filter((word) => !word.startsWith('--'))
  const options = words.filter((word) => word.startsWith('--'))
  const report = join(reports, `${projects.join('-') || 'all'}-${options.length}.json`)
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`]
  const selection = projects.map((project) => `--project=${project}`)
  return count(report, run([tool('vitest/vitest.mjs'), 'run', ...selection, ...options, ...reporters, ...filters]))
}

/** The API attacked by its own description; 69 says, after a sentence of its own, that this machine has no Python for it. */
const attack = () => {
  const command = ['--import', 'tsx', 'test/attacks/schemathesis.ts', '--minutes', '15']
  const { status } = spawnSync(process.execPath, command, { cwd: root, env, stdio: 'inherit' })
  return { passed: 0, failed: status === 0 || status === 69 ? 0 : 1 }
}

/** The journeys in the panel once more, where what a test clicks is done by keys alone. */
const byKeyboard = () => {
  env.REDRESS_KEYBOARD = '1'
  const outcome = vitest('journeys', '--exclude=test/journeys/{http,sheet,stories}/**', '--exclude=test/attacks/**')
  delete env.REDRESS_KEYBOARD
  return outcome
}

const buildPanel = `const { buildPanel } = await import('./infra/local/server/panel.ts')
  await buildPanel().catch((error) => { console.error(error.message); process.exit(1) })`

const checks = [
  ['lint', () => check([tool('@biomejs/biome/bin/biome'), 'check'])],
  ['types', () => check([tool('typescript/bin/tsc'), '--noEmit', '-p', '.'])],
]
const build = [
  ['panel build', () => check(['--import', 'tsx', '--input-type=module', '-e', buildPanel])],
  ['budgets', () => check(['run', '--silent', 'budgets'], 'npm')],
]

/** With paths only the files that match them; with `--check` what needs no engine, server or browser. */
const stepsFor = () => {
  if (filters.length > 0) return [['tests', () => vitest()]]
  if (args.includes('--check')) return [...checks, ['laws and unit tests', () => vitest('unit')]]
  return [
    ...checks,
    ['unit and api tests', () => vitest('unit', 'api')],
    ...build,
    ['journeys', () => vitest('journeys')],
    ...(args.includes('--full') ? [['journeys by keyboard', byKeyboard]] : []),
    ...(args.includes('--full') ? [['attack by schemathesis', attack]] : []),
  ]
}

const results = []
for (const [name, step] of stepsFor()) {
  console.log(`\n── ${name}`)
  const startMs = performance.now()
  const { passed, failed } = step()
  results.push({ name, passed, failed, seconds: (performance.now() - startMs) / 1000 })
}
rmSync(reports, { recursive: true, force: true })

console.log('')
for (const failure of failures) console.log(`✗ ${failure}\n`)
for (const { name, passed, failed, seconds } of results) {
  const tests = passed + failed > 0 ? `${passed} passed, ${failed} failed` : 'holds'
  console.log(`${failed === 0 ? '✓' : '✗'} ${name.padEnd(22)} ${seconds.toFixed(1).padStart(6)} s   ${tests}`)
}
const sum = (key) => results.reduce((total, result) => total + result[key], 0)
console.log(`\n${sum('passed')} passed, ${sum('failed')} failed`)
process.exit(sum('failed') === 0 ? 0 : 1)
