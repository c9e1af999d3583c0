import { appendFileSync, existsSync, rmSync, statSync } from 'node:fs'

/** The words of an error may hold personal data; only a developer who asked for a watched start sees them. */
const wordsOf = (error: Error) => (process.env.REDRESS_WATCHED ? `: ${error.message}` : '')

const codeOf = (error: Error) => ('code' in error && typeof error.code === 'string' ? ` ${error.code}` : '')

/** Tells the terminal that something failed: its kind and where it happened. */
export const logFailure = (where: string, error: unknown): void => {
  const isError = error instanceof Error
  const kind = isError ? `${error.name}${codeOf(error)}${wordsOf(error)}` : typeof error
  const frames = isError ? (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line)) : []
  console.error([`${new Date().toISOString()} ${where} failed: ${kind}`, ...frames.slice(0, 6)].join('\n'))
}

/** The size at which a log is begun anew, in bytes. */
const logLimit = 20_000_000

/**
 * Functions log JSON lines to standard output, where Lambda takes them up. Here they go to a file, so that the terminal
 * keeps showing the address and the logins; lines of failures are shown as well.
 */
export const keepFunctionLogs = (path: string): void => {
  if (existsSync(path) && statSync(path).size > logLimit) rmSync(path)
  const show = process.stdout.write.bind(process.stdout)
  process.stdout.write = (text: string | Uint8Array, ...rest: never[]) => {
    const isLine = typeof text === 'string' && text.startsWith('{"at":')
    if (isLine) appendFileSync(path, text, { mode: 0o600 })
    return isLine && !text.includes('"error":') ? true : show(text, ...rest)
  }
}
