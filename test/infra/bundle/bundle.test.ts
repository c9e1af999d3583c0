import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { measures } from '#infra/aws/api/LogMeasure.ts'
import { lambdaSettings } from '#infra/aws/api/lambdaSettings.ts'
import {
  type Bundle,
  bundle,
  bundleAll,
  bundleLimit,
  entryOf,
  functionNames,
  overweight,
  projectFolder,
} from '#infra/bundle/bundle.ts'
import { defaultProvider } from '#infra/bundle/lambdaCredentials.ts'
import { linkEngine } from '#infra/bundle/lambdaNode.ts'
import { plainNames, shortErrors } from '#infra/bundle/sdkSchemas.ts'
import { compressedModule } from '#infra/bundle/smallDictionaries.ts'
import { withoutBodies, withoutUnread } from '#infra/bundle/unusedParts.ts'

const folder = mkdtempSync(join(tmpdir(), 'redress-bundle-'))
linkEngine(folder)
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const environment = {
  PATH: process.env.PATH,
  ...{ TABLE_NAME: 'none', STAGE: 'test', PUBLIC_URL: 'http://localhost', AWS_REGION: 'eu-west-1' },
}

/** All that a function may load, put together. */
const codeOf = (bundleFolder: string): string =>
  readdirSync(bundleFolder)
    .filter((file) => file.endsWith('.mjs'))
    .map((file) => readFileSync(join(bundleFolder, file), 'utf8'))
    .join('')

/** The exports of a bundle in a fresh process, which imports it as Lambda does at a cold start. */
const exportsOf = ({ folder: bundleFolder }: Bundle): string =>
  execFileSync(
    process.execPath,
    [
      '--input-type=module',
      '-e',
      `console.log(Object.keys(await import(${JSON.stringify(join(bundleFolder, 'index.mjs'))})).join())`,
    ],
    { env: environment, encoding: 'utf8' },
  ).trim()

describe.each(functionNames)('the bundle of %s', (name) => {
  let packed: Bundle
  beforeAll(async () => {
    packed = await bundle(name, folder)
  }, 60_000)

  it('is within its budget', () => {
    expect(overweight([packed])).toEqual([])
    expect(packed.bytes).toBeGreaterThan(1000)
  })

  it('starts and offers its handler', () => {
    expect(exportsOf(packed).split(',')).toContain('handler')
  })

  it('puts jobs into the queue as its settings declare', () => {
    const text = codeOf(packed.folder)
    const { queuesJobs = false } = lambdaSettings.find((settings) => settings.name === name) ?? {}
    expect(text.includes('AmazonSQS.SendMessage')).toBe(queuesJobs)
  })

  it('contains no map and no path of this machine', () => {
    const text = codeOf(packed.folder)
    expect(text).not.toContain('sourceMappingURL')
    expect(text).not.toContain(process.cwd())
  })
})

describe('packing', () => {
  it('produces the same bytes each time', async () => {
    const bytes = (from: string, name: string) => Buffer.from(codeOf(join(from, name)))
    const again = join(folder, 'again')
    await bundleAll(again)
    expect(functionNames.filter((name) => !bytes(again, name).equals(bytes(folder, name)))).toEqual([])
  })

  it('has an entry for every function', () => {
    expect(functionNames.filter((name) => !existsSync(entryOf(name)))).toEqual([])
  })

  it.each(measures)('lets functions write the number $field, which an alarm reads', ({ field, isWrittenBy }) => {
    const writers = lambdaSettings.filter(isWrittenBy).map(({ name }) => name)
    expect(writers).not.toEqual([])
    for (const name of writers) expect(codeOf(join(folder, name)), name).toMatch(new RegExp(`\\b${field}[:,}]`))
  })

  it('leaves out the engine of other runtimes, which Lambda does not need', () => {
    for (const name of functionNames) {
      const text = codeOf(join(folder, name))
      expect(text.replaceAll(/import\(["'`]@photostructure\/sqlite["'`]\)/g, ''), name).not.toContain('photostructure')
    }
  })

  it('puts the fonts of a PDF where the bundle reads them', async () => {
    const writer = await bundle('paper', folder, 'functions/platform/jobs/files/pdf/pdfDocument.ts')
    const { pdfDocument } = await import(join(writer.folder, 'index.mjs'))
    const parts = []
    for await (const part of pdfDocument({ title: 'مرحبا 王小明', language: 'ar', sections: [] })) parts.push(part)
    expect(Buffer.concat(parts).toString('latin1')).toContain('/BaseFont/AAAAAA+RedressF5')
  })

  it('names the bundle that is too large', () => {
    const heavy = { name: 'cases', folder, bytes: bundleLimit + 1024, sources: [] }
    expect(overweight([heavy])).toEqual(['cases weighs 451.0 KiB; the limit is 450.0 KiB.'])
    expect(overweight([{ ...heavy, bytes: bundleLimit }])).toEqual([])
  })

  it('puts constant names in their place, and leaves others computed', () => {
    const source = 'const _h = "http";\nexport var a = { [_h]: 1, [_other]: 2 }\n'
    expect(plainNames(source)).toContain('{ "http": 1, [_other]: 2 }')
  })

  it('makes the errors of a service by one function, with their names and what they say', async () => {
    const source = readFileSync('node_modules/@aws-sdk/client-dynamodb/dist-es/models/errors.js', 'utf8')
    const file = join(folder, 'errors.mjs')
    const bare = shortErrors(source).replace(/^import .*$/m, 'class __BaseException extends Error {}')
    writeFileSync(file, bare)
    const { TransactionCanceledException: Canceled, ...others } = await import(file)
    const CancellationReasons = [{ Code: 'ConditionalCheckFailed' }]
    expect(new Canceled({ CancellationReasons })).toMatchObject({
      name: 'TransactionCanceledException',
      $fault: 'client',
      CancellationReasons,
    })
    expect(Object.keys(others).length + 1).toBe(source.match(/^export class /gm)?.length)
    expect(() => shortErrors('')).toThrow('written otherwise')
  })

  it('gives the store the same dictionaries from fewer bytes', async () => {
    const dictionaries = await import('#functions/platform/store/packing/dictionary.ts')
    const source = compressedModule(dictionaries)
    const compressed = await import(`data:text/javascript,${encodeURIComponent(source)}`)
    expect({ ...compressed }).toEqual({ ...dictionaries })
    expect(source.length).toBeLessThan(Buffer.byteLength(dictionaries.secondDictionary) / 1.8)
  })

  it('keeps the names of what makes JSON schemas, and nothing of what it does', () => {
    const source =
      'export const one = () => 1\nexport function two() {}\nfunction three() {}\nexport { three as four };\n'
    expect(withoutBodies(source)).toMatch(
      /^export const one = make\nexport const two = make\nexport \{ make as four \}$/m,
    )
    expect(withoutBodies(source)).not.toContain('=> 1')
  })

  it('leaves out of an entity what only the panel and the tests read, and nothing else', () => {
    const source = `entity({\n  title: 'name',\n  menu: { group: 'desk', icon: 'chat' },\n  example: {\n    name: 'Lina',\n    parts: [{ a: 1 }],\n  },\n  unique: [['name']],\n})\n`
    expect(withoutUnread(source)).toBe(`entity({\n  title: 'name',\n  unique: [['name']],\n})\n`)
    expect(withoutUnread(`entity({\n  example: { name: 'Lina' },\n})\n`)).toBe(`entity({\n})\n`)
    for (const file of readdirSync(join(projectFolder, 'shared/entities')).filter((name) => /^\w+\.ts$/.test(name))) {
      const text = readFileSync(join(projectFolder, 'shared/entities', file), 'utf8')
      expect(withoutUnread(text), file).not.toMatch(/^ {2}(example|menu):/m)
    }
  })

  it('signs with the keys Lambda puts into the environment', async () => {
    vi.stubEnv('AWS_ACCESS_KEY_ID', 'id').stubEnv('AWS_SECRET_ACCESS_KEY', 'key').stubEnv('AWS_SESSION_TOKEN', 'token')
    const provide = defaultProvider()
    expect(await provide()).toEqual({ accessKeyId: 'id', secretAccessKey: 'key', sessionToken: 'token' })
    vi.stubEnv('AWS_ACCESS_KEY_ID', '')
    await expect(provide()).rejects.toThrow('no AWS keys')
    vi.unstubAllEnvs()
  })
})
