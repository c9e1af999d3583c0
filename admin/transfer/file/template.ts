import { saveText } from '#admin/jobs/save.ts'
import { columnOf } from '#shared/api/cell.ts'
import type { Entity } from '#shared/declaration/entity.ts'
import { fieldOf } from '#shared/declaration/entity.ts'
import { columnNameOf } from '#shared/rules/imports/fileColumns.ts'
import { csvHeader } from '#shared/values/csv.ts'

/** The text of an empty file whose columns are these fields. */
export const templateOf = (entity: Entity, fields: readonly string[]): string =>
  csvHeader(
    fields.map((name) => {
      const field = fieldOf(entity, name)
      return columnOf(columnNameOf(name, field), field)
    }),
  )

/** Saves that empty file on the person's computer. */
export const saveTemplate = (entity: Entity, fields: readonly string[]): void =>
  saveText(`${entity.resource}.csv`, templateOf(entity, fields))
