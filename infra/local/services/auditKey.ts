import { homedir } from 'node:os'
import { join, resolve } from 'node:path'
import { openHomeKey } from '#functions/system/operations.ts'
import { StartProblem } from '#infra/local/server/gateway.ts'

/** Where the keys are that sign the history of data folders: never within one, so that a copy of a folder has no key. */
export const keysFolder = (env: NodeJS.ProcessEnv): string =>
  resolve(env.REDRESS_KEYS || join(env.XDG_STATE_HOME || join(homedir(), '.local/state'), 'redress'))

/**
 * Opens the key that signs the history of a folder's records, and makes one for records that are new. Throws `StartProblem`,
 * and has changed nothing, when the key is missing and `mayReplace` is not given.
 */
export const openAuditKey = async (folder: string, mayReplace = false): Promise<void> => {
  // At home nothing is signed or anchored on AWS.
  for (const name of ['AUDIT_KEY_ID', 'AUDIT_ANCHORS']) delete process.env[name]
  const keys = keysFolder(process.env)
  const state = await openHomeKey(keys, mayReplace).catch((error) => {
    throw codeOf(error)
      ? new StartProblem(`The audit key in ${keys} cannot be opened (${codeOf(error)}). ${advice}`)
      : error
  })
  if ('missing' in state)
    throw new StartProblem(
      `The key that signs the history of the records in ${folder} is not in ${state.missing}. The records are all there and unchanged. Put that file back, or name the folder of the keys by REDRESS_KEYS; if the key is lost, go on with a new one by npm start -- --new-audit-key, and anchors alone prove what is older.`,
    )
}

const advice =
  'The records are all there and unchanged. Let this user write there, make room on the disk, or name another folder by REDRESS_KEYS.'

const codeOf = (error: unknown): string | undefined =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' && 'path' in error
    ? error.code
    : undefined
