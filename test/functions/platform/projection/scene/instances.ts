import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { closeProjections } from '#functions/platform/projection/ask.ts'
import type { SqlFile } from '#functions/platform/projection/file/sqlite.ts'
import { tableOf } from '#functions/platform/projection/file/tables.ts'
import { deletedTable } from '#functions/platform/projection/follow/apply.ts'
import type { Entity } from '#shared/declaration/entity.ts'
import { testEnvironment } from '#test/support/table.ts'
import { spied } from './replaced.ts'

let count = 0

/** Two instances of a function over one feed: a table's name of its own stands for each, and a new one for a cold start. */
export class Instances {
  readonly #names: string[] = []
  readonly #folder: string | undefined

  constructor(inFiles = false) {
    this.#folder = inFiles ? mkdtempSync(join(tmpdir(), 'redress-lists-')) : undefined
    Object.assign(process.env, testEnvironment('http://localhost:1', ''))
    Object.assign(process.env, {
      PROJECTION_FOLDER: this.#folder ?? ':memory:',
      ...(inFiles && { SNAPSHOT_BUCKET: 'snapshots' }),
    })
    if (!inFiles) delete process.env.SNAPSHOT_BUCKET
    for (const number of [0, 1]) this.startCold(number)
  }

  /** Lets an instance begin without a file. */
  startCold(number: number): void {
    this.#names[number] = `table${count++}`
  }

  /** Chooses the instance that the next calls are made in. */
  use(number: number): void {
    process.env.TABLE_NAME = this.#names[number]
  }

  /** The connection by which an instance follows. */
  fileOf(number: number): SqlFile {
    const file = spied.files.get(this.#names[number] ?? '')
    if (!file) throw new Error('The instance has no file yet')
    return file
  }

  /** The versions of an entity's records that the file of an instance has at this moment, deleted ones among them. */
  versionsOf(number: number, { prefix, ...entity }: Entity): Map<string, number> {
    const rows = [tableOf({ prefix, ...entity }).name, deletedTable].flatMap((name) =>
      this.fileOf(number).all(`SELECT "id", "version" FROM ${name}`),
    )
    return new Map(
      rows.flatMap(({ id, version }) => (String(id).startsWith(`${prefix}_`) ? [[String(id), Number(version)]] : [])),
    )
  }

  /** Closes both, as when their functions are stopped in peace. */
  async close(): Promise<void> {
    await closeProjections()
    spied.files.clear()
  }

  async remove(): Promise<void> {
    await this.close()
    if (this.#folder) rmSync(this.#folder, { recursive: true, force: true })
  }
}
