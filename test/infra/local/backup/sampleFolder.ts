import { createHash } from 'node:crypto'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll } from 'vitest'
import { layoutOfTable } from '#functions/platform/store/layout.ts'
import { tableDefinition } from '#functions/platform/store/table.ts'
import { type BackupResult, backUp } from '#infra/local/backup/backUp.ts'
import { type Engine, ensureTable, startEngine } from '#infra/local/services/engine.ts'
import { seedPeople, type World } from '#test/support/people.ts'
import { testEnvironment } from '#test/support/table.ts'

/** A data folder on its own engine, which the functions of the test write to, and where its backups go. */
export interface SampleFolder {
  readonly place: string
  readonly folder: string
  readonly backups: string
  readonly world: World
  /** Makes a backup as the command does, which has none of the variables of the functions. */
  makeBackup(): Promise<BackupResult>
}

const fill = (folder: string) => {
  mkdirSync(join(folder, 'files/redress-files/documents'), { recursive: true })
  writeFileSync(join(folder, 'files/redress-files/documents/report'), 'An invented report')
  writeFileSync(join(folder, 'filling'), 'done')
  writeFileSync(join(folder, 'secrets.json'), '{}')
  for (const name of ['instance.json', 'functions.log']) writeFileSync(join(folder, name), 'of the running instance')
}

/** A data folder in use for one test file; call at the top, read it inside tests. */
export function useSampleFolder(): () => SampleFolder {
  const place = mkdtempSync(join(tmpdir(), 'redress-backup-'))
  const [folder, backups] = [join(place, 'data'), join(place, 'backups')]
  const kept = { ...process.env }
  let engine: Engine | undefined
  let world: World | undefined
  beforeAll(async () => {
    fill(folder)
    engine = await startEngine({ path: join(folder, 'records.db') })
    await ensureTable(engine.endpoint, tableDefinition('redress'))
    Object.assign(process.env, testEnvironment(engine.endpoint, 'redress'))
    await layoutOfTable()
    world = await seedPeople()
  })
  afterAll(async () => {
    await engine?.stop()
    for (const name of Object.keys(process.env)) if (!(name in kept)) delete process.env[name]
    Object.assign(process.env, kept)
    rmSync(place, { recursive: true, force: true, maxRetries: 3 })
  })
  const makeBackup = () => {
    const endpoint = process.env.DYNAMODB_ENDPOINT ?? ''
    delete process.env.DYNAMODB_ENDPOINT
    const making = backUp(folder, backups)
    process.env.DYNAMODB_ENDPOINT = endpoint
    return making
  }
  return () => {
    if (!world) throw new Error('The folder is not filled yet')
    return { place, folder, backups, world, makeBackup }
  }
}

/** Every file below a folder, with its checksum. */
export const checksumsIn = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name))
    .map((path) => `${path} ${createHash('sha256').update(readFileSync(path)).digest('hex')}`)
    .sort()
