import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Product, startProduct } from '#test/support/product.ts'
import { eventually, signIn } from '#test/support/session.ts'
import { newVisit } from './world.ts'

const isFull = process.env.REDRESS_FULL === '1'
/** How often the power goes, and after how many milliseconds each time. */
const cuts = isFull ? 12 : 2
const nextCutMs = () => 200 + Math.random() * 1500

// A deployed product has no power to cut.
describe.skipIf(process.env.REDRESS_URL)('when the power goes again and again', () => {
  const folder = mkdtempSync(join(tmpdir(), 'redress-cuts-'))
  let product: Product
  beforeAll(async () => {
    product = await startProduct({ panel: false, folder })
  })
  afterAll(async () => {
    await product.stop()
    rmSync(folder, { recursive: true, force: true, maxRetries: 3 })
  })
  const cut = async (afterMs: number) => {
    await pause(afterMs)
    await product.kill()
    product = await startProduct({ panel: false, folder })
    return signIn(product.url, 'everyone')
  }
  const isOver = (status: string) => ['done', 'failed', 'cancelled'].includes(status)

  test('an import makes every row once', { timeout: 240_000 }, async () => {
    const { siteId } = await newVisit(product.url)
    const count = isFull ? 12_000 : 1500
    const rows = Array.from({ length: count }, (_, n) => `${siteId},Patient ${n},CUT-${n}`)
    const file = ['siteId,name,memberNumber', ...rows].join('\r\n')
    let person = await signIn(product.url, 'everyone')
    const key = { 'idempotency-key': 'power-cuts' }
    const { job } = (await person('POST /api/patients/import', { file, mode: 'insert' }, key)).body
    for (let n = 0; n < cuts; n++) person = await cut(nextCutMs())
    expect((await person('POST /api/patients/import', { file, mode: 'insert' }, key)).body.job).toBe(job)
    const done = await eventually(
      async () => (await person(`GET /api/jobs/${job}`)).body,
      ({ status }) => isOver(status),
      120_000,
    )
    expect(done).toMatchObject({ status: 'done', failed: 0, result: { inserted: count } })
    const filter = encodeURIComponent(JSON.stringify({ q: 'CUT-' }))
    // A list that has much to catch up with answers at once, and says as of when.
    const total = await eventually(
      async () => (await person(`GET /api/patients?filter=${filter}&range=[0,0]`)).headers.get('content-range'),
      (range) => range === `patients 0-0/${count}`,
    )
    expect(total).toBe(`patients 0-0/${count}`)
  })

  test('an erasure ends, and no file of the machine tells of the patient', { timeout: 600_000 }, async () => {
    const secret = `Zubaydah${Date.now()}`
    const { patientId, siteId } = await newVisit(product.url, { name: `${secret} Canary`, address: `${secret} street` })
    let person = await signIn(product.url, 'everyone')
    const summary = `${secret} was told the wrong price.`
    const values = {
      siteId,
      patientId,
      type: 'complaint',
      channel: 'phone',
      receivedAt: new Date().toISOString(),
      summary,
    }
    const opened = (await person('POST /api/cases', values)).body
    await person(`POST /api/cases/${opened.id}/actions/withdraw`, { reason: `${secret} asked for it` })
    expect((await person(`POST /api/patients/${patientId}/actions/erase`, { reason: 'Asked for' })).status).toBe(200)
    for (let n = 0; n < cuts; n++) person = await cut(nextCutMs())
    // What is open of the patient goes at once; the end waits 210 seconds for whatever may still arrive.
    const erased = await eventually(
      async () => (await person(`GET /api/cases/${opened.id}`)).body,
      (each) => !JSON.stringify(each).includes(secret),
      60_000,
    )
    expect(erased).toMatchObject({ number: opened.number, status: 'withdrawn' })
    if (!isFull) return
    await eventually(
      async () => (await person(`GET /api/patients/${patientId}`)).body,
      ({ erasedAt }) => erasedAt !== undefined,
      400_000,
    )
    await product.tick('projection')
    expect(filesWith(folder, secret)).toEqual([])
  })
})

/** Files of a folder, but the mails that were sent, that have a text in plain. */
const filesWith = (folder: string, text: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => statSync(join(folder, name)).isFile() && name !== 'mail.jsonl')
    .filter((name) => readFileSync(join(folder, name)).includes(text))
