import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll } from 'vitest'
import { startGateway } from '#infra/local/server/gateway.ts'
import { openFiles } from '#infra/local/services/files.ts'

/** Opens a file store in a folder of its own and points the functions at it; it checks every signature as S3 does. */
export async function openFileStore(): Promise<{ folder: string; close: () => Promise<void> }> {
  const folder = mkdtempSync(join(tmpdir(), 'redress-files-'))
  const files = await openFiles(folder, 'redress-files', { accessKeyId: 'test', secretAccessKey: 'test' })
  const gateway = await startGateway(0)
  gateway.open([['/files/', files.handler]])
  Object.assign(process.env, { S3_ENDPOINT: `${gateway.url}/files`, FILES_BUCKET: 'redress-files' })
  return {
    folder,
    close: async () => {
      await gateway.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** A file store for one test file, with the keys that `useTable` sets; gives the folder it lies in. */
export function useFiles(): () => string {
  let files: Awaited<ReturnType<typeof openFileStore>>
  beforeAll(async () => {
    files = await openFileStore()
  })
  afterAll(() => files?.close())
  return () => files.folder
}

/** Every file below a folder, by path. */
export const filesBelow = (folder: string): Map<string, Buffer> =>
  new Map(
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .map((path) => [path, readFileSync(path)]),
  )
