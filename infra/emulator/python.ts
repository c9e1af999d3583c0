import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { projectFolder } from '#infra/bundle/bundle.ts'
import { run } from './programs.ts'
import { EmulatorProblem, noPythonCode } from './steps.ts'

/** A virtual environment that this project makes for itself in its own folder. */
export interface PythonEnvironment {
  /** What needs it, within a sentence. */
  readonly name: string
  /** Path of the pinned packages. */
  readonly requirements: string
  readonly folder: string
}

const emulator: PythonEnvironment = {
  name: 'the emulator',
  requirements: join(import.meta.dirname, 'requirements.txt'),
  folder: join(projectFolder, '.redress/emulator/venv'),
}

/** Prints its version when it is new enough and can make virtual environments. */
const probe = 'import sys, venv, ensurepip; assert sys.version_info >= (3, 10); print(sys.version.split()[0])'

/** The first suitable Python of this machine and its version; `PYTHON` names one to try first. */
function findPython(name: string): { command: string; version: string } {
  const names = ['python3', 'python', 'python3.14', 'python3.13', 'python3.12', 'python3.11', 'python3.10']
  for (const command of [process.env.PYTHON, ...names]) {
    if (!command) continue
    const { status, stdout } = spawnSync(command, ['-c', probe], { encoding: 'utf8' })
    if (status === 0) return { command, version: stdout.trim() }
  }
  throw new EmulatorProblem(
    `Not run: ${name} needs Python 3.10 or newer with venv, and this machine has none.`,
    noPythonCode,
  )
}

/** The Python of a virtual environment, which is made again when its requirements change. */
export async function ensurePython({ name, requirements, folder }: PythonEnvironment = emulator): Promise<string> {
  const { command, version } = findPython(name)
  const python = join(folder, process.platform === 'win32' ? 'Scripts/python.exe' : 'bin/python')
  const hash = createHash('sha256').update(version).update(readFileSync(requirements)).digest('hex')
  const stamp = join(folder, 'redress-stamp')
  if (existsSync(python) && existsSync(stamp) && readFileSync(stamp, 'utf8') === hash) return python
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(join(folder, '..'), { recursive: true, mode: 0o700 })
  const { env } = process
  await run('Making the virtual environment', command, ['-m', 'venv', folder], { env })
  const pip = ['-m', 'pip', 'install', '--disable-pip-version-check', '--no-input', '--no-deps', '-r', requirements]
  await run(`Installing ${name}`, python, pip, { env })
  writeFileSync(stamp, hash)
  return python
}
