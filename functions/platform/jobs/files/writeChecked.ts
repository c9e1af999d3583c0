import { createHash } from 'node:crypto'
import { open } from 'node:fs/promises'
import { problem } from '#shared/declaration/problem.ts'
import type { FileForm, FileLayout, FileRow } from './fileForm.ts'

/** What was written: its digest and size, and how many records it holds. */
export interface WrittenFile {
  readonly sha256: string
  readonly bytes: number
  readonly rows: number
}

/** Characters that are hashed at a time, for many small parts cost more than few large ones. */
const hashedAtOnce = 1 << 16

/** The sum of a table: how many rows, and one digest over the text of every cell. */
class TableTotals {
  rows = 0
  private readonly hash = createHash('sha256')
  private text = ''
  add(texts: readonly string[]): void {
    this.rows++
    // No field takes this character, so that it divides cells whatever they say.
    this.text += `${texts.join('\u0000')}\n`
    if (this.text.length > hashedAtOnce) this.digestText()
  }
  private digestText(): void {
    this.hash.update(this.text)
    this.text = ''
  }
  digest(): string {
    this.digestText()
    return `${this.rows} ${this.hash.digest('hex')}`
  }
}

/**
 * Writes records as a file on this machine, in any form, and reads it again: the cells that stand in it are those that
 * were written, or the problem of a broken file is thrown. Memory holds one page of rows at a time.
 */
export async function writeChecked(
  form: FileForm,
  layout: FileLayout,
  pages: AsyncIterable<readonly FileRow[]>,
  path: string,
): Promise<WrittenFile> {
  const totals = new TableTotals()
  const cellPages = async function* () {
    const head = form.head(layout)
    totals.add(head.map(({ text }) => text))
    yield [head]
    for await (const page of pages) {
      const rows = page.map((row) => form.cellsOf(layout, row))
      for (const cells of rows) totals.add(cells.map(({ text }) => text))
      yield rows
    }
  }
  const hash = createHash('sha256')
  let bytes = 0
  const file = await open(path, 'w', 0o600)
  try {
    for await (const part of form.write(layout, cellPages())) {
      hash.update(part)
      bytes += part.length
      await file.writeFile(part)
    }
  } finally {
    await file.close()
  }
  const found = new TableTotals()
  for await (const texts of form.read(path, layout)) found.add(texts)
  if (found.digest() !== totals.digest()) throw problem('EXPORT_BROKEN')
  return { sha256: hash.digest('hex'), bytes, rows: totals.rows - 1 }
}
