import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { runningInstance } from '#infra/local/process/lock.ts'
import { StartProblem } from '#infra/local/server/gateway.ts'
import { keysFolder } from '#infra/local/services/auditKey.ts'
import { backUp } from './backUp.ts'
import { changeRecord, compareDocuments, compareLists, openLinks } from './drillChecks.ts'
import { openToDrill, signInAt } from './drillPerson.ts'
import { Drill, expectThat } from './drillSteps.ts'
import { runProgram, startBeside } from './programs.ts'
import { restore } from './restore.ts'

/** Checks the audit of a folder by the command itself; what it says. */
async function checkAudit(env: Readonly<Record<string, string>>): Promise<string> {
  const { code, output } = await runProgram(['--verify-audit'], env)
  const [last = ''] = output.trim().split('\n').slice(-1)
  expectThat(code === 0, output.trim())
  return last
}

/**
 * Proves that a backup of a folder becomes a working product, with the folder in use or not: makes one, restores it to a
 * new folder, starts the product there beside, tries it, and removes everything again. The folder itself is only read.
 * Prints a table; returns whether all of it holds.
 */
export async function runDrill(folder: string, at = tmpdir()): Promise<boolean> {
  mkdirSync(at, { recursive: true, mode: 0o700 })
  const place = mkdtempSync(join(at, 'redress-drill-'))
  for (const [name, code] of [
    ['SIGINT', 130],
    ['SIGTERM', 143],
    ['SIGHUP', 129],
  ] as const)
    process.once(name, () => {
      rmSync(place, { recursive: true, force: true })
      process.exit(code)
    })
  const drill = new Drill()
  try {
    await tryAll(drill, folder, place)
    console.log(drill.table())
    console.log(cutOverOf(folder))
    return true
  } catch (error) {
    if (drill.steps.length > 0) console.log(drill.table())
    console.error(error instanceof StartProblem ? error.message : error)
    return false
  } finally {
    rmSync(place, { recursive: true, force: true, maxRetries: 3 })
  }
}

async function tryAll(drill: Drill, folder: string, place: string): Promise<void> {
  const copy = join(place, 'data')
  // The copy signs and anchors beside these, for the anchors of the folder in use must not tell of what the drill changes.
  const [keys, ownKeys] = [keysFolder(process.env), join(place, 'keys')]
  if (existsSync(keys)) cpSync(keys, ownKeys, { recursive: true })
  const { path, manifest } = await drill.step(
    runningInstance(folder) ? 'back up the product in use' : 'back up the stopped product',
    () => backUp(folder, join(place, 'backups')),
    ({ manifest: { files, historyEntries } }) => `${files.length} files, ${historyEntries} history entries`,
  )
  await drill.step(
    'restore to a new folder',
    () => restore(path, copy),
    ({ files }) => `${files.length} checksums and every count are those of the backup`,
  )
  const env = { REDRESS_DATA: copy, REDRESS_KEYS: ownKeys, TABLE_NAME: manifest.table }
  await drill.step('check its audit', () => checkAudit(env), String)
  const person = await drill.step(
    'open it to the drill',
    () => openToDrill(copy),
    () => 'an administrator has another password in the copy',
  )
  const product = await drill.step(
    'start it beside, ticks held',
    () => startBeside(copy, env),
    ({ url }) => url,
  )
  try {
    const token = await drill.step(
      'sign in there',
      () => signInAt(product.url, person),
      () => 'an administrator is in',
    )
    await drill.step(
      'compare lists and backup',
      () => compareLists(copy, manifest),
      (count) => `${count} records, the same of every kind`,
    )
    await drill.step(
      'compare documents',
      () => compareDocuments(copy, manifest),
      (count) => `${count} that records name, as they were copied`,
    )
    await drill.step(
      'open survey links that were sent',
      () => openLinks(copy, product.url),
      ({ opened, tried }) => (tried === 0 ? 'none was sent yet' : `${opened} of the newest ${tried} open`),
    )
    await drill.step(
      'change a record',
      () => changeRecord(product.url, token),
      (version) => `a site is at version ${version}`,
    )
  } finally {
    await product.stop()
  }
  await drill.step('check its audit again', () => checkAudit(env), String)
}

const cutOverOf = (folder: string) => `
The drill holds, and everything of it is removed. In earnest:
  npm run backup -- --to /path/to/backups                                  every night, elsewhere than ${folder}
  stop the product
  REDRESS_DATA=/path/to/new npm run restore -- --from /path/to/backups/redress-…
  REDRESS_DATA=/path/to/new npm start                                      this is the cut-over; the old folder stays as it is
The key of the audit is in none of them: keep a copy of it elsewhere.`
