import { spawn } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { projectFolder } from '#infra/bundle/bundle.ts'
import { Survey } from '#shared/entities/survey.ts'
import { startProduct } from '#test/support/product.ts'
import { eventually, signIn } from '#test/support/session.ts'
import { pdfOf, uploadTo } from '#test/support/uploads.ts'
import { newVisit } from './world.ts'

/** Runs one of the commands about backups with its arguments. */
const command = (folder: string, ...args: string[]) =>
  new Promise<{ code: number | null; output: string }>((resolve) => {
    const script = join(projectFolder, 'infra/local/backup/run.mjs')
    const child = spawn(process.execPath, [script, ...args], { env: { ...process.env, REDRESS_DATA: folder } })
    let output = ''
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (text) => (output += text))
    child.once('close', (code) => resolve({ code, output }))
  })

const place = mkdtempSync(join(tmpdir(), 'redress-drills-'))
const folder = join(place, 'data')

// A deployed product has a drill of its own.
test.skipIf(process.env.REDRESS_URL)('a backup of a product in use becomes a product that works', async () => {
  const product = await startProduct({ panel: false, folder })
  try {
    const { officer, clerk, encounterId } = await newVisit(product.url)
    const manager = await signIn(product.url, 'unit-manager')
    const { id } = (await manager('POST /api/surveys', { ...Survey.example, quarantineDays: 0 })).body
    await manager(`POST /api/surveys/${id}/actions/publish`, {})
    await officer(`POST /api/surveys/${id}/actions/invite`, { encounterIds: [encounterId], channel: 'email' })
    await uploadTo(clerk, pdfOf('A report that is copied'))
    const mails = join(folder, 'mail.jsonl')
    await eventually(async () => existsSync(mails) && readFileSync(mails, 'utf8').includes('/s/'), Boolean)
    const { code, output } = await command(folder, 'restore-drill', '--to', place)
    expect(code, output).toBe(0)
    for (const words of ['back up the product in use', 'The audit holds', '1 of the newest 1 open', 'all of it'])
      expect(output).toContain(words)
    expect(readdirSync(place)).toEqual(['data'])
    expect((await fetch(`${product.url}/api/health`)).status).toBe(200)
  } finally {
    await product.stop()
    rmSync(place, { recursive: true, force: true, maxRetries: 3 })
  }
})
