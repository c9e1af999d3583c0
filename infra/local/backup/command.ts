import { resolve } from 'node:path'
import { type ParseArgsConfig, parseArgs } from 'node:util'
import { optionsFrom } from '#infra/local/process/options.ts'
import { StartProblem } from '#infra/local/server/gateway.ts'
import { backUp, removeOlderBackups } from './backUp.ts'
import type { BackupManifest } from './backupManifest.ts'
import { runProgram } from './programs.ts'
import { erasedAfter, restore } from './restore.ts'

const usage = `npm run backup -- --to FOLDER [--keep N]             copies the data of REDRESS_DATA, also while it is in use
npm run restore -- --from FOLDER/redress-… [--old FOLDER]   makes REDRESS_DATA out of a copy; --old is the folder in use until now
npm run restore-drill [-- --to FOLDER]               tries both, on a copy that is removed afterwards
npm run restore-drill -- --emulator                  the same in the cloud's form, on the emulator`

type BackupCommand = 'backup' | 'restore' | 'restore-drill'

const flagsOf: Readonly<Record<BackupCommand, NonNullable<ParseArgsConfig['options']>>> = {
  backup: { to: { type: 'string' }, keep: { type: 'string' } },
  restore: { from: { type: 'string' }, old: { type: 'string' } },
  'restore-drill': { to: { type: 'string' }, emulator: { type: 'boolean' } },
}

type CommandValues = Readonly<Record<string, unknown>>

const folderOf = (values: CommandValues, name: string): string => {
  const value = values[name]
  if (typeof value !== 'string' || value === '') throw new StartProblem(`Say which folder: --${name}.\n${usage}`)
  return resolve(value)
}

const sizeOf = ({ files }: BackupManifest) =>
  `${(files.reduce((sum, { bytes }) => sum + bytes, 0) / 1e6).toFixed(1)} MB`

const recordsOf = ({ records }: BackupManifest) =>
  `${Object.values(records).reduce((sum, count) => sum + count, 0)} records`

const secondsSince = (startMs: number) => `${((performance.now() - startMs) / 1000).toFixed(1)} s`

const keyRemark =
  'The key of the audit is not in it, so that nobody who takes it can sign: keep a copy of that key elsewhere.'

async function runBackup(values: CommandValues): Promise<void> {
  const startMs = performance.now()
  const to = folderOf(values, 'to')
  const keep = values.keep === undefined ? undefined : Number(values.keep)
  if (keep !== undefined && !(Number.isInteger(keep) && keep > 0))
    throw new StartProblem(`--keep takes a number of backups from 1.\n${usage}`)
  const { path, manifest } = await backUp(optionsFrom({}, process.env).folder, to)
  const removed = removeOlderBackups(to, keep)
  const extent = `${recordsOf(manifest)} and ${manifest.files.length - 1} other files, ${sizeOf(manifest)}`
  console.log(`The backup is complete: ${path}, ${extent}, in ${secondsSince(startMs)}.`)
  if (removed > 0) console.log(`Older backups removed: ${removed}.`)
  if (manifest.unevenHistories > 0)
    console.log(`${manifest.unevenHistories} records have not all their history: npm run verify-audit names them.`)
  console.log(`It holds passwords and patients: keep it where only you can read it. ${keyRemark}`)
}

const erasureSentence = (ids: readonly string[] | undefined, { source }: BackupManifest) => {
  if (ids === undefined)
    return `Patients who were erased after the backup are there again. Who they are says the folder in use until now, which is not at ${source}: name it by --old, or erase them again from your own list.`
  if (ids.length === 0) return 'No patient was erased after the backup.'
  return `Erase again before anybody works here, for they were erased after the backup, ${ids.length} of the patients: ${ids.join(', ')}. Start without ticks (REDRESS_CLOCK=manual npm start), open /patients/<id> and choose Erase.`
}

async function runRestore(values: CommandValues): Promise<boolean> {
  const startMs = performance.now()
  const { folder } = optionsFrom({}, process.env)
  if (process.env.DYNAMODB_ENDPOINT)
    throw new StartProblem(
      'A backup holds the file of the packaged engine, and DYNAMODB_ENDPOINT names another one: restore without that variable. Nothing was restored.',
    )
  const old = values.old === undefined ? undefined : folderOf(values, 'old')
  const manifest = await restore(folderOf(values, 'from'), folder)
  const extent = `${recordsOf(manifest)} and ${manifest.files.length - 1} other files as of ${manifest.takenAt}`
  console.log(`Restored to ${folder}: ${extent}, every checksum compared, in ${secondsSince(startMs)}.`)
  console.log(erasureSentence(erasedAfter(manifest, folder, old), manifest))
  const audit = await runProgram(['--verify-audit'], { REDRESS_DATA: folder, TABLE_NAME: manifest.table })
  console.log(audit.output.trim())
  if (audit.code !== 0)
    console.log(
      `The data is restored, but its audit could not be confirmed: read the lines above before you work with it. Records that were changed after ${manifest.takenAt} are named there where an anchor knows of them; these changes are what was lost. When that is written down, npm run verify-audit -- --accept-restore on this folder notes it in an anchor.`,
    )
  console.log(`Work with it: REDRESS_DATA=${folder} npm start`)
  return audit.code === 0
}

/** Runs one of the three commands; returns the exit code. */
export async function main(name: BackupCommand, args: readonly string[]): Promise<number> {
  try {
    const { values } = parse(name, args)
    if (name === 'backup') return await runBackup(values).then(() => 0)
    if (name === 'restore') return (await runRestore(values)) ? 0 : 1
    if (values.emulator) return await (await import('#infra/emulator/command.ts')).main(['--restore-drill'])
    const { runDrill } = await import('./restoreDrill.ts')
    return (await runDrill(optionsFrom({}, process.env).folder, values.to ? folderOf(values, 'to') : undefined)) ? 0 : 1
  } catch (error) {
    console.error(error instanceof StartProblem ? error.message : error)
    return 1
  }
}

function parse(name: BackupCommand, args: readonly string[]): { values: CommandValues } {
  try {
    return parseArgs({ args: [...args], options: flagsOf[name], allowPositionals: false })
  } catch (error) {
    throw new StartProblem(`${error instanceof Error ? error.message : error}\n${usage}`)
  }
}
