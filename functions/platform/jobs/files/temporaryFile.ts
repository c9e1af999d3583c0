import { mkdirSync, openAsBlob, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { isAbsolute, join } from 'node:path'
import { env } from '#functions/platform/aws/env.ts'
import { putFile } from '#functions/platform/aws/files.ts'

/** A file of a job on this machine; what an interrupted run of the job left is removed first, for it holds people's data. */
export function temporaryFile(jobId: string, fence: number) {
  const { projectionFolder = '' } = env
  const folder = join(isAbsolute(projectionFolder) ? projectionFolder : tmpdir(), 'redress-exports')
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const isEarlier = (name: string) => name.startsWith(`${jobId}-`) && Number(name.slice(jobId.length + 1)) < fence
  for (const name of readdirSync(folder).filter(isEarlier)) rmSync(join(folder, name), { force: true })
  const path = join(folder, `${jobId}-${fence}`)
  return {
    path,
    upload: async (key: string, facts: { type: string; sha256: string; bucket: string }) =>
      putFile(key, { body: await openAsBlob(path), ...facts }),
    remove: () => rmSync(path, { force: true }),
  }
}
