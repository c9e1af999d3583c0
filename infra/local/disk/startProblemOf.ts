import { StartProblem } from '#infra/local/server/gateway.ts'
import { EngineFault } from '#infra/local/services/engine.ts'

const kinds: readonly (readonly [kind: 'full' | 'closed' | 'broken', pattern: RegExp])[] = [
  ['full', /^(ENOSPC|EDQUOT)\b|database or disk is full|StoreFault full/],
  [
    'closed',
    /^(EROFS|EACCES|EPERM)\b|^(ENOENT|EEXIST|ENOTDIR) mkdir$|readonly database|unable to open database file|StoreFault closed/,
  ],
  ['broken', /^EIO\b|disk I\/O error|malformed|StoreFault damaged/],
]

const sentences = {
  full: (folder: string) =>
    `There is no space left on the disk of ${folder}. What was saved is all there. Free some space and start again.`,
  closed: (folder: string) =>
    `Redress may not write into ${folder}, or its disk takes no changes. What was saved is all there. Make the folder and its files writable for this user, or name another folder, and start again: REDRESS_DATA=/path/to/folder npm start`,
  broken: (folder: string) =>
    `The disk of ${folder} does not give back what was written, or the records on it are damaged. Nothing was changed. Have the disk looked at, put a copy of the folder on a sound one, and start again: REDRESS_DATA=/path/to/folder npm start`,
} as const

const wordsOf = (error: Error): string[] => [
  // Node makes a folder within one that takes no changes, and says that it is not there.
  'code' in error ? `${error.code} ${'syscall' in error ? error.syscall : ''}` : '',
  error instanceof EngineFault ? error.said : '',
  error.name === 'StoreFault' && 'kind' in error ? `StoreFault ${error.kind}` : '',
]

/** The sentence for a start that failed by the disk; any other error as it is. */
export const startProblemOf = (error: unknown, folder: string): unknown => {
  if (!(error instanceof Error) || error instanceof StartProblem) return error
  const words = wordsOf(error)
  const kind = kinds.find(([, pattern]) => words.some((word) => pattern.test(word)))?.[0]
  return kind ? new StartProblem(sentences[kind](folder)) : error
}
