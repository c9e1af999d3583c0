import { appendFileSync, existsSync, rmSync, statSync } from 'node:fs'

/** The message of an error may hold personal data, so it is shown only by `npm run dev`. */
const messageOf = (error: Error) => (process.env.REDRESS_WATCHED ? `: ${error.message}` : '')

const codeOf = (error: Error) => ('code' in error && typeof error.code === 'string' ? ` ${error.code}` : '')

/** Prints that something failed: the kind of the error and the place. */
export const logFailure = (where: string, error: unknown): void => {
  const isError = error instanceof Error
  const kind = isError ? `${error.name}${codeOf(error)}${messageOf(error)}` : typeof error
  const frames = isError ? (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line)) : []
  console.error([`${new Date().toISOString()} ${where} failed: ${kind}`, ...frames.slice(0, 6)].join('\n'))
}

/** The size in bytes at which a log is deleted at the next start. */
const logLimit = 20_000_000

/**
 * Writes the log lines of functions, JSON on standard output, to a file, so that the address and the logins stay visible
 * in the terminal. Lines of failures are also printed.
 */
export const redirectFunctionLogs = (path: string): void => {
  if (existsSync(path) && statSync(path).size > logLimit) rmSync(path)
  const show = process.stdout.write.bind(process.stdout)
  process.stdout.write = (text: string | Uint8Array, ...rest: never[]) => {
    const isLine = typeof text === 'string' && text.startsWith('{"at":')
    if (isLine) appendFileSync(path, text, { mode: 0o600 })
    return isLine && !text.includes('"error":') ? true : show(text, ...rest)
  }
}
