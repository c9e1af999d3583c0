import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { projectFolder } from '#infra/bundle/bundle.ts'
import { endAll, start } from '#infra/emulator/programs.ts'
import { ensurePython } from '#infra/emulator/python.ts'
import { EmulatorProblem } from '#infra/emulator/steps.ts'
import { type Role, roles } from '#shared/declaration/roles.ts'
import { type Route, routes } from '#shared/declaration/routes.ts'
import { startProduct } from '#test/support/product.ts'
import { signIn } from '#test/support/session.ts'

/** The environment of the tool that reads the description of the API and sends what it allows, and what it forbids. */
const environment = {
  name: 'schemathesis',
  requirements: join(import.meta.dirname, 'requirements.txt'),
  folder: join(projectFolder, '.redress/schemathesis/venv'),
}
const judgement = join(import.meta.dirname, 'schemathesis.toml')

/** Of the time of a role, the part in which every operation that it may call gets every value of every parameter. */
const coveragePart = 0.6

/** Last lines that are shown of a run that found something. */
const shownLines = 400

/** An administrator comes last: it may delete the sites and persons that the others need. */
const order: readonly Role[] = [...roles.filter((role) => role !== 'admin'), 'admin']

const isCalledBy = (role: Role, { auth, allow }: Route): boolean => auth === 'public' || allow.includes(role)
const operationsOf = (role: Role): string[] =>
  routes.filter((route) => isCalledBy(role, route)).map(({ method, path }) => `${method.toLowerCase()} ${path}`)

/** What a run of the tool found. */
interface Finding {
  readonly cases: number
  readonly hasFailed: boolean
  readonly output: string
}

/** Runs the tool to its end; a run that is cut off by its own clock has found nothing so far. */
async function attack(python: string, folder: string, args: readonly string[]): Promise<Finding> {
  const cli = ['-m', 'schemathesis.cli', '--config-file', judgement, 'run', ...args]
  const child = start(python, cli, { cwd: folder, env: { ...process.env, PYTHONUTF8: '1' }, stdio: 'pipe' })
  let output = ''
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (text: Buffer) => (output += text))
  const code = await new Promise<number | null>((resolve, reject) => {
    child.once('error', reject)
    child.once('close', resolve)
  })
  const cases = Number(/Test cases:\s+([\d,]+) generated/.exec(output)?.[1]?.replaceAll(',', '') ?? 0)
  return { cases, hasFailed: code !== 0, output }
}

/** Attacks a product as each role in turn for its share of the minutes; returns the number of requests, or throws what was found. */
async function attackAs(python: string, folder: string, minutes: number): Promise<number> {
  const product = await startProduct({ demoSize: 40, panel: false })
  const sum = order.reduce((total, role) => total + operationsOf(role).length, 0)
  let cases = 0
  const found: string[] = []
  try {
    for (const role of order) {
      const operations = operationsOf(role)
      const seconds = (minutes * 60 * operations.length) / sum
      const { token } = await signIn(product.url, role)
      const run = (part: number, phases: string, more: readonly string[]) =>
        attack(python, folder, [
          `${product.url}/api/openapi.json`,
          ...['--header', `Authorization: Bearer ${token}`, '--checks', 'all', '--mode', 'all', '--no-color'],
          ...['--phases', phases, '--max-time', String(Math.max(1, Math.round(seconds * part)))],
          // With several, Python 3.11 fails to compile what the tool makes in two threads at once.
          ...['--workers', '1', '--continue-on-failure', ...more],
        ])
      const included = operations.flatMap((id) => ['--include-operation-id', id])
      const findings = [
        await run(coveragePart, 'coverage', included),
        await run(1 - coveragePart, 'examples,fuzzing,stateful', []),
      ]
      const own = findings.reduce((total, finding) => total + finding.cases, 0)
      cases += own
      const failed = findings.filter(({ hasFailed }) => hasFailed)
      console.log(`${role.padEnd(20)} ${String(own).padStart(6)} requests   ${failed.length > 0 ? 'failed' : 'holds'}`)
      for (const { output } of failed) found.push(output.split('\n').slice(-shownLines).join('\n'))
    }
  } finally {
    await product.stop()
  }
  if (found.length > 0) throw new EmulatorProblem(found.join('\n'))
  return cases
}

/** Runs for `--minutes` and returns the exit code: 0 when all holds, 69 without Python, 1 with what was found. */
async function main(): Promise<number> {
  const { values } = parseArgs({ options: { minutes: { type: 'string', default: '15' } } })
  const folder = mkdtempSync(join(tmpdir(), 'redress-schemathesis-'))
  try {
    const cases = await attackAs(await ensurePython(environment), folder, Number(values.minutes))
    console.log(`\n${cases} requests as ${roles.length} roles: no failure, no status or answer that is not described.`)
    return 0
  } catch (error) {
    if (!(error instanceof EmulatorProblem)) throw error
    console.error(error.message)
    return error.code
  } finally {
    await endAll()
    rmSync(folder, { recursive: true, force: true })
  }
}

process.exitCode = await main()
