import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { putFile } from '#functions/platform/aws/files.ts'
import { removeFiles } from '#functions/platform/aws/removeFiles.ts'
import { filesBelow, useFiles } from '#test/support/files.ts'
import { useTable } from '#test/support/table.ts'

useTable({ people: false })
const store = useFiles()
const bucket = 'redress-files'

const keys = () =>
  [...filesBelow(store()).keys()].flatMap((path) => /redress-files\/(\w.*)\._S3rver_object$/.exec(path)?.[1] ?? [])
const put = (key: string) => putFile(key, { body: 'Words', type: 'text/plain', bucket })

test('what lies below a prefix goes, what lies beside it stays, and what is gone already is no error', async () => {
  for (const key of ['documents/file_A/1', 'documents/file_A/2', 'documents/file_AB/1', 'exports/lists/job_1-1.csv'])
    await put(key)
  expect(await removeFiles('documents/file_A/', bucket)).toBe(2)
  expect(await removeFiles('documents/file_A/', bucket)).toBe(0)
  expect(keys().sort()).toEqual(['documents/file_AB/1', 'exports/lists/job_1-1.csv'])
})

test('a folder may be spared', async () => {
  for (const key of ['projection/t/old/latest.json', 'projection/t/new/latest.json']) await put(key)
  expect(await removeFiles('projection/t/', bucket, 'projection/t/new')).toBe(1)
  expect(keys()).toContain('projection/t/new/latest.json')
})

test.each(['', '/', 'documents', 'x'])('nothing is removed by the prefix “%s”', async (prefix) => {
  await expect(removeFiles(prefix, bucket)).rejects.toThrow(RangeError)
})

/** A bucket that keeps versions, as S3 answers for one: what is there, by key and version. */
const versions = new Map([
  ['documents/file_V/1', ['v1', 'v2']],
  ['documents/file_W/1', ['v3']],
])
let server: Server
beforeAll(async () => {
  server = createServer(({ method, url = '' }, response) => {
    const { pathname, searchParams } = new URL(url, 'http://files')
    const key = pathname.slice(`/${bucket}/`.length)
    if (method === 'DELETE') {
      versions.set(
        key,
        (versions.get(key) ?? []).filter((each) => each !== searchParams.get('versionId')),
      )
      return response.writeHead(204).end()
    }
    const entries = [...versions].filter(([each]) => each.startsWith(searchParams.get('prefix') ?? ''))
    const element = (name: string, key: string, id: string) =>
      `<${name}><Key>${key}</Key><VersionId>${id}</VersionId></${name}>`
    const texts = entries.flatMap(([key, ids]) =>
      ids.map((id, index) => element(index === 0 ? 'Version' : 'DeleteMarker', key, id)),
    )
    return response.writeHead(200).end(`<ListVersionsResult>${texts.join('')}</ListVersionsResult>`)
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
})
afterAll(() => server.close())

test('where a bucket keeps versions, every version goes, and the mark of a removal too', async () => {
  const home = process.env.S3_ENDPOINT
  process.env.S3_ENDPOINT = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  expect(await removeFiles('documents/file_V/', bucket)).toBe(2)
  process.env.S3_ENDPOINT = home
  expect(Object.fromEntries(versions)).toEqual({ 'documents/file_V/1': [], 'documents/file_W/1': ['v3'] })
})
