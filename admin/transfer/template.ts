import { saveText } from '#admin/jobs/save.ts'
import { columnOf } from '#shared/api/cell.ts'
import type { Entity } from '#shared/declaration/entity.ts'
import { fieldOf } from '#shared/declaration/entity.ts'
import { csvHeader } from '#shared/values/csv.ts'

/** The text of an empty file whose columns are these fields. */
export const templateOf = (of: Entity, fields: readonly string[]): string =>
  csvHeader(fields.map((name) => columnOf(name, fieldOf(of, name))))

/** Saves such a file on the person's computer. */
export const saveTemplate = (of: Entity, fields: readonly string[]): void =>
  saveText(`${of.resource}.csv`, templateOf(of, fields))
