import { mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { startInstance } from '#infra/local/process/instance.ts'
import { startProduct } from '#test/support/product.ts'
import { request, signIn } from '#test/support/session.ts'
import { bytesOf, copyOf, folderFaults } from './brokenFolders.ts'
import { npmStart } from './npmStart.ts'

const sound = mkdtempSync(join(tmpdir(), 'redress-sound-'))
const copies: string[] = []
const kept = { ...process.env }
const write = process.stdout.write
beforeAll(async () => {
  const product = await startProduct({ folder: sound, panel: false })
  await product.stop()
})
afterEach(() => {
  process.stdout.write = write
  Object.assign(process.env, kept, { AUDIT_FOLDER: kept.AUDIT_FOLDER ?? '' })
  delete process.env.DYNAMODB_ENDPOINT
})
afterAll(() => {
  for (const folder of [sound, ...copies]) rmSync(folder, { recursive: true, force: true })
})

const broken = (act: (folder: string) => void) => {
  const folder = copyOf(sound)
  copies.push(folder)
  act(folder)
  return folder
}
const options = { port: 0, clock: 'manual', panel: 'none', empty: true } as const
const startOf = (folder: string) => startInstance({ ...options, folder }, () => {})

describe('a start on a folder that is not as it was left', () => {
  test.each(folderFaults)('says what is wrong, and makes nothing again: %s', async (_what, act, says) => {
    const folder = broken(act)
    const before = bytesOf(folder)
    const refusal = await startOf(folder).then(
      () => 'started',
      (error: Error) => error.message,
    )
    expect(refusal).toContain(says)
    expect(refusal).toMatch(/ Put that one file back from a copy .* npm start -- --fresh$/)
    expect(bytesOf(folder)).toEqual(before)
  })

  test('prints one sentence and no stack', async () => {
    const { code, output } = await npmStart(broken((folder) => truncateSync(join(folder, 'records.db'))))
    expect(code).toBe(1)
    expect(output.trim().split('\n')).toEqual([expect.stringContaining('records.db is empty. It holds every record')])
  })

  test('begins again when it is asked to, whatever is broken', async () => {
    const folder = broken((each) => {
      for (const name of ['folder.json', 'records.db', 'secrets.json']) writeFileSync(join(each, name), '{')
    })
    const product = await startProduct({ folder, panel: false, flags: ['--fresh'] })
    expect((await request(product.url, 'GET /api/health')).body).toMatchObject({ status: 'ok' })
    await product.stop()
  })
})

describe('a folder of which something is broken that is of no account', () => {
  test('opens, and everybody is still there', async () => {
    const folder = broken((each) => {
      for (const name of ['instance.json', 'functions.log']) writeFileSync(join(each, name), '')
      writeFileSync(join(each, 'mail.jsonl'), '{"messageId":"a","at":1}\n{"messageId":"b","a\n{}\n')
    })
    const product = await startProduct({ folder, panel: false })
    const person = await signIn(product.url, 'everyone')
    expect((await person('GET /api/me')).body).toMatchObject({ email: 'everyone@redress.test' })
    const mails = await (await fetch(`${product.mailUrl}store`)).json()
    expect(mails.emails).toMatchObject([{ messageId: 'a' }])
    await product.stop()
    expect(readFileSync(join(folder, 'folder.json'), 'utf8')).toContain('"done"')
  })
})
