/** A table that cannot be read, with the line on which its text breaks. */
export class CsvError extends Error {
  readonly line?: number
  constructor(message: string, line?: number) {
    super(line === undefined ? message : `${message} (line ${line})`)
    this.name = 'CsvError'
    this.line = line
  }
}
