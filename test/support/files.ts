import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll } from 'vitest'
import { openFiles } from '#infra/local/files.ts'
import { type Gateway, startGateway } from '#infra/local/gateway.ts'

/** A file store for one test file, with the keys that `useTable` sets; it checks every signature as S3 does. */
export function useFiles(): void {
  const folder = mkdtempSync(join(tmpdir(), 'redress-files-'))
  let gateway: Gateway
  beforeAll(async () => {
    const files = await openFiles(folder, 'redress-files', { accessKeyId: 'test', secretAccessKey: 'test' })
    gateway = await startGateway(0)
    gateway.open([['/files/', files.door]])
    Object.assign(process.env, { S3_ENDPOINT: `${gateway.url}/files`, FILES_BUCKET: 'redress-files' })
  })
  afterAll(async () => {
    await gateway.close()
    rmSync(folder, { recursive: true, force: true })
  })
}
