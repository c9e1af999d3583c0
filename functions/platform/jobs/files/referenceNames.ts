import type { Context } from '#functions/platform/http/context.ts'
import { manyRecords } from '#functions/platform/records/manyRecords.ts'
import { may } from '#shared/declaration/access.ts'
import { entityOf } from '#shared/entities/index.ts'
import type { FileColumn, FileRow } from './fileForm.ts'

/** Records read at a time. */
const batchSize = 200
const between = ';'

/**
 * Puts names in the place of references, as a person reads them. What the actor may not see keeps its id. Names are read
 * once for a file.
 */
export function referenceNames({ ...context }: Context, columns: readonly FileColumn[]) {
  const names = new Map<string, string>()
  const learn = async (resource: string, ids: readonly string[]) => {
    const entity = entityOf(resource)
    if (!may(context.actor, entity, 'read')) return
    const unknown = [...new Set(ids)].filter((id) => !names.has(id))
    for (const id of unknown) names.set(id, id)
    for (let start = 0; start < unknown.length; start += batchSize)
      for (const record of await manyRecords(context, entity, unknown.slice(start, start + batchSize))) {
        const name = record[entity.title]
        if (typeof name === 'string' && name !== '') names.set(record.id, name)
      }
  }
  return async (rows: readonly FileRow[]): Promise<FileRow[]> => {
    const references = columns.map(({ field }) =>
      field?.kind === 'reference' || field?.kind === 'references' ? field.resource : undefined,
    )
    for (const [index, resource] of references.entries()) {
      if (resource !== undefined)
        await learn(
          resource,
          rows.flatMap(({ texts }) => idsIn(texts[index])),
        )
    }
    return rows.map(({ texts, place }) => ({
      place,
      texts: texts.map((text, index) =>
        references[index] === undefined
          ? text
          : idsIn(text)
              .map((id) => names.get(id) ?? id)
              .join(', '),
      ),
    }))
  }
}

const idsIn = (text = ''): string[] => text.split(between).filter((id) => id !== '')
