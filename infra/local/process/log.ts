import { appendFileSync, existsSync, renameSync, statSync } from 'node:fs'

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

/** The size in bytes at which a log becomes the old one, and the old one goes. */
const logLimit = 20_000_000

/** Lines of a log that could not be written since the start. */
export type LogState = { lostLines(): number }

/** Appends to a file by turns with an old one, so that a log never fills a disk by itself. */
const appender = (path: string) => {
  let size = existsSync(path) ? statSync(path).size : 0
  return (text: string) => {
    if (size > logLimit) {
      renameSync(path, `${path}.old`)
      size = 0
    }
    appendFileSync(path, text, { mode: 0o600 })
    size += text.length
  }
}

/**
 * Writes the log lines of functions, JSON on standard output, to a file, so that the address and the logins stay visible
 * in the terminal. Lines of failures are also printed. A line that cannot be written is counted and dropped, because no
 * request may fail for its log; the terminal is told of the first one, and of the end.
 */
export const redirectFunctionLogs = (path: string): LogState => {
  const append = appender(path)
  const show = process.stdout.write.bind(process.stdout)
  let [lost, isFailing] = [0, false]
  const keep = (text: string) => {
    try {
      append(text)
      if (isFailing) console.error(`The log is written again. ${lost} lines of it are missing.`)
      isFailing = false
    } catch (error) {
      lost++
      if (!isFailing)
        console.error(
          `The log ${path} cannot be written (${error instanceof Error && 'code' in error ? error.code : 'unknown'}). Requests are answered without it, its lines are counted and dropped. Free some space on the disk, or make the file writable.`,
        )
      isFailing = true
    }
  }
  process.stdout.write = (written: string | Uint8Array, ...rest: never[]) => {
    // What a thread writes arrives as bytes.
    const text = typeof written === 'string' ? written : Buffer.from(written).toString()
    const isLine = text.startsWith('{"at":')
    if (isLine) keep(text)
    return isLine && !text.includes('"error":') ? true : show(written, ...rest)
  }
  return { lostLines: () => lost }
}

/** Keeps the process alive when the terminal is gone, or when the file that takes its output is on a full disk. */
export const outliveOutput = (): void => {
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => {})
}
