import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { SESv2Client, SendEmailCommand } from '@aws-sdk/client-sesv2'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { watchFolder } from '#infra/local/disk/diskHealth.ts'
import { writeWhole } from '#infra/local/disk/wholeFile.ts'
import { redirectFunctionLogs } from '#infra/local/process/log.ts'
import { startMail } from '#infra/local/services/mail.ts'

const write = process.stdout.write
let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'redress-machine-'))
  vi.spyOn(console, 'error').mockReturnValue()
})
afterEach(() => {
  process.stdout.write = write
  vi.restoreAllMocks()
  rmSync(folder, { recursive: true, force: true })
})
const told = () => vi.mocked(console.error).mock.calls.flat().map(String)

describe('a log that cannot be written', () => {
  test('breaks no request: its lines are counted and dropped, and the terminal is told once', () => {
    const path = join(folder, 'functions.log')
    const log = redirectFunctionLogs(path)
    mkdirSync(path)
    for (let count = 0; count < 3; count++) process.stdout.write('{"at":"2026-11-01"}\n')
    expect([log.lostLines(), told()]).toEqual([3, [expect.stringContaining('cannot be written (EISDIR)')]])
    rmSync(path, { recursive: true })
    process.stdout.write('{"at":"2026-11-02"}\n')
    expect(readFileSync(path, 'utf8')).toBe('{"at":"2026-11-02"}\n')
    expect(told().at(-1)).toBe('The log is written again. 3 lines of it are missing.')
  })

  test('does not fill a disk by itself: it takes turns with an old one', () => {
    const path = join(folder, 'functions.log')
    writeFileSync(path, Buffer.alloc(20_000_001))
    redirectFunctionLogs(path)
    process.stdout.write('{"at":"2026-11-02"}\n')
    expect(readFileSync(path, 'utf8')).toBe('{"at":"2026-11-02"}\n')
    expect(readFileSync(`${path}.old`)).toHaveLength(20_000_001)
  })
})

test('a line that a thread writes, as bytes, goes to the log and not to the terminal', () => {
  const path = join(folder, 'functions.log')
  const shown = vi.fn(() => true)
  process.stdout.write = shown
  redirectFunctionLogs(path)
  process.stdout.write(Buffer.from('{"at":"2026-11-03"}\n{"at":"2026-11-04"}\n'))
  expect([readFileSync(path, 'utf8'), shown.mock.calls]).toEqual(['{"at":"2026-11-03"}\n{"at":"2026-11-04"}\n', []])
  process.stdout.write('Redress is ready')
  expect(shown).toHaveBeenCalledTimes(1)
})

describe('what health asks of the machine', () => {
  let nowMs = 0
  /** Watches the folder with its file of records, under a clock that the test moves. */
  const watched = (lostLines = 0) => {
    nowMs = 0
    writeFileSync(join(folder, 'records.db'), 'records')
    return watchFolder(
      folder,
      () => lostLines,
      () => nowMs,
    )
  }

  test('tells of a folder that takes no file, and of one that takes it again, without a write for every question', () => {
    const ask = watched(2)
    expect(ask()).toEqual({ fault: undefined, lostLogLines: 2 })
    mkdirSync(join(folder, '.room'))
    expect(ask().fault).toBeUndefined()
    nowMs += 15_000
    expect(ask().fault).toBe('closed')
    rmSync(join(folder, '.room'), { recursive: true, force: true })
    nowMs += 15_000
    expect(ask().fault).toBeUndefined()
  })

  test('tells of records that were removed or replaced under a running engine', () => {
    const ask = watched()
    writeWhole(join(folder, 'records.db'), 'other records')
    nowMs += 15_000
    expect([ask().fault, ask().fault]).toEqual(['damaged', 'damaged'])
    expect(told()).toEqual([expect.stringContaining('What is written from now on is lost: stop Redress')])
  })
})

test('a mail that its file does not take is shown, and is in the file when there is room again', async () => {
  const path = join(folder, 'mail.jsonl')
  const mail = await startMail(path, 'secret')
  const client = new SESv2Client({
    endpoint: mail.endpoint,
    region: 'eu-west-1',
    credentials: { accessKeyId: 'a', secretAccessKey: 'b' },
  })
  const send = (subject: string) =>
    client.send(
      new SendEmailCommand({
        FromEmailAddress: 'desk@redress.test',
        Destination: { ToAddresses: ['amal@example.test'] },
        Content: { Simple: { Subject: { Data: subject }, Body: { Text: { Data: 'A link' } } } },
      }),
    )
  mkdirSync(path)
  await send('First')
  rmSync(path, { recursive: true })
  await send('Second')
  const lines = readFileSync(path, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
  expect(lines.map((line) => JSON.parse(line).subject)).toEqual(['First', 'Second'])
  await mail.stop()
})

test('a file is written as a whole, or stays as it was', () => {
  const path = join(folder, 'secrets.json')
  writeWhole(path, 'one')
  mkdirSync(`${path}.new`)
  expect(() => writeWhole(path, 'two')).toThrow('EISDIR')
  expect(readFileSync(path, 'utf8')).toBe('one')
})
