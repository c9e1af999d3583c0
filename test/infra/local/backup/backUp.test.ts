import { spawn } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test, vi } from 'vitest'
import { SqlFile } from '#functions/platform/projection/file/sqlite.ts'
import { projectFolder } from '#infra/bundle/bundle.ts'
import { backUp, removeOlderBackups } from '#infra/local/backup/backUp.ts'
import { restore } from '#infra/local/backup/restore.ts'
import { Patient } from '#shared/entities/patient.ts'
import { as } from '#test/support/call.ts'
import { useSampleFolder } from './sampleFolder.ts'

const sample = useSampleFolder()
const isFull = process.env.REDRESS_FULL === '1'

/** Opens cases and changes each, until it is told to stop; `acknowledged` gets the ids that were answered. */
async function write(patientId: string, isOver: () => boolean, acknowledged: string[]): Promise<void> {
  const facts = { siteId: sample().world.siteId, patientId, type: 'complaint', channel: 'phone' }
  while (!isOver()) {
    const values = { ...facts, receivedAt: new Date().toISOString(), summary: 'Nobody called back.' }
    const { id, version } = (await as('officer')('POST /api/cases', values)).body
    if (!version) continue
    acknowledged.push(id)
    await as('officer')(`PATCH /api/cases/${id}`, { summary: 'Nobody has called back yet.', version })
  }
}

/** Ids of the cases in a file of records, and the last number that was given to one. */
function casesIn(path: string) {
  const file = new SqlFile(path, { isReader: true })
  const ids = file.all(`SELECT substr(pk, 3) id FROM redress WHERE pk GLOB 'S:case_*' AND sk = 'S:A'`)
  const last = file.first(`SELECT sum(json_extract(item_json, '$.n.N')) n FROM redress WHERE pk GLOB 'S:SEQ#cases#*'`)
  file.close()
  return { ids: ids.map(({ id }) => String(id)), last: Number(last?.n) }
}

test('a backup under sixteen writers has every acknowledged record with all of its history', async () => {
  const acknowledged: string[] = []
  const patient = { ...Patient.example, siteId: sample().world.siteId }
  const patientId: string = (await as('front-desk')('POST /api/patients', patient)).body.id
  let isOver = false
  const writers = Array.from({ length: 16 }, () => write(patientId, () => isOver, acknowledged))
  try {
    for (let round = 0; round < (isFull ? 20 : 4); round++) {
      await vi.waitFor(() => expect(acknowledged.length).toBeGreaterThan(16 * round), { timeout: 30_000 })
      await new Promise((resolve) => setTimeout(resolve, 200 * Math.random()))
      const before = [...acknowledged]
      const { path, manifest } = await sample().makeBackup()
      const { ids, last } = casesIn(join(path, 'records.db'))
      expect(before.filter((id) => !ids.includes(id))).toEqual([])
      expect([manifest.unevenHistories, manifest.records.cases]).toEqual([0, ids.length])
      expect(last).toBeGreaterThanOrEqual(ids.length)
    }
  } finally {
    isOver = true
    await Promise.all(writers)
  }
}, 180_000)

test('a backup has what belongs to the data, and nothing of the running instance', async () => {
  const { manifest } = await sample().makeBackup()
  const names = ['records.db', 'files/redress-files/documents/report', 'filling', 'secrets.json']
  expect(manifest.files.map(({ path }) => path)).toEqual(names)
})

describe('what cannot be copied', () => {
  const refusal = async (folder: string, to: string, endpoint?: string): Promise<string> => {
    vi.stubEnv('DYNAMODB_ENDPOINT', endpoint)
    const message = await backUp(folder, to).then(
      () => 'It was copied.',
      (error: Error) => error.message,
    )
    vi.unstubAllEnvs()
    return message
  }

  test('is refused with a sentence, and nothing is made', async () => {
    const { place, folder } = sample()
    const other = join(place, 'other')
    expect(await refusal(place, other)).toContain('There are no records in')
    expect(await refusal(folder, join(folder, 'backups'))).toContain('lies within the data folder')
    expect(await refusal(folder, other, 'http://127.0.0.1:8000')).toContain('in the engine at DYNAMODB_ENDPOINT')
    expect([existsSync(other), existsSync(join(folder, 'backups'))]).toEqual([false, false])
  })

  test('leaves no half of a backup', async () => {
    const { place } = sample()
    const [damaged, other, file] = [join(place, 'damaged'), join(place, 'other'), join(place, 'file')]
    mkdirSync(damaged)
    for (const name of ['filling', 'secrets.json']) writeFileSync(join(damaged, name), 'done')
    writeFileSync(join(damaged, 'records.db'), 'these are no records')
    expect(await refusal(damaged, other)).toContain('could not be copied')
    expect(readdirSync(other)).toEqual([])
    writeFileSync(file, '')
    expect(await refusal(damaged, file)).toContain('Nothing of this backup was kept')
  })
})

describe('older backups', () => {
  test('are removed but for the newest, and nothing else is', async () => {
    const { backups, makeBackup } = sample()
    mkdirSync(join(backups, 'redress-notes'), { recursive: true })
    for (let each = 0; each < 3; each++) await makeBackup()
    const newest = readdirSync(backups)
      .filter((name) => name !== 'redress-notes')
      .sort()
      .slice(-2)
    expect(removeOlderBackups(backups, 2)).toBeGreaterThan(0)
    expect(readdirSync(backups).sort()).toEqual([...newest, 'redress-notes'].sort())
    expect(removeOlderBackups(backups)).toBe(0)
  })
})

test('a backup that is killed leaves nothing that a restore takes, and the next one removes it', async () => {
  const { place, folder, backups, makeBackup } = sample()
  const large = join(folder, 'files/redress-files/documents/large')
  writeFileSync(large, '')
  truncateSync(large, 2_000_000_000)
  const env = { ...process.env, REDRESS_DATA: folder, DYNAMODB_ENDPOINT: '' }
  const command = [join(projectFolder, 'infra/local/backup/run.mjs'), 'backup', '--to', backups]
  const child = spawn(process.execPath, command, { env, stdio: 'ignore' })
  const drafts = () => readdirSync(backups).filter((name) => name.includes('.part-'))
  await vi.waitFor(() => expect(drafts()).toHaveLength(1), { timeout: 20_000, interval: 5 })
  child.kill('SIGKILL')
  await new Promise((resolve) => child.once('exit', resolve))
  const [draft = ''] = drafts()
  await expect(restore(join(backups, draft), join(place, 'new'))).rejects.toThrow('was interrupted')
  truncateSync(large, 10)
  await makeBackup()
  removeOlderBackups(backups)
  expect(drafts()).toEqual([])
})
