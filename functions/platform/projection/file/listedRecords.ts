import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Entity } from '#shared/declaration/entity.ts'
import { deletedTable } from '../follow/apply.ts'
import { SqlFile } from './sqlite.ts'
import { tableOf } from './tables.ts'

/** Asks the file of the lists in a folder, beside those who answer from it; undefined while it is being made. */
function askFile<T>(folder: string, ask: (file: SqlFile) => T): T | undefined {
  const [name] = existsSync(folder) ? readdirSync(folder).filter((each) => each.endsWith('.sqlite')) : []
  if (name === undefined) return undefined
  const file = new SqlFile(join(folder, name), { isReader: true })
  try {
    return file.reading(() => ask(file))
  } catch {
    return undefined
  } finally {
    file.close()
  }
}

/** How many records of each entity the lists in a folder know, deleted ones included; empty while they are being made. */
export function countListed(folder: string, entities: readonly Entity[]): Record<string, number> {
  const counts = askFile(folder, (file) => {
    const countIn = (table: string, where = '') => Number(file.first(`SELECT count(*) n FROM ${table} ${where}`)?.n)
    return entities.map((entity) => {
      const deleted = countIn(deletedTable, `WHERE "id" GLOB '${entity.prefix}_*'`)
      return [entity.resource, countIn(tableOf(entity).name) + deleted]
    })
  })
  return Object.fromEntries(counts ?? [])
}

/** The rows of an entity as the lists in a folder answer them; none while they are being made. */
export const everyListedRow = (folder: string, entity: Entity): unknown[] =>
  (askFile(folder, (file) => file.all(`SELECT "row" FROM ${tableOf(entity).rows}`)) ?? []).map(({ row }) =>
    JSON.parse(String(row)),
  )
