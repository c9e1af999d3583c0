import { isIdOf } from '#functions/platform/http/operation.ts'
import { getByUnique } from '#functions/platform/store/read.ts'
import { cellValue } from '#shared/api/cell.ts'
import { type Entity, fieldOf } from '#shared/declaration/entity.ts'
import { invalid } from '#shared/declaration/problem.ts'
import { entityOf } from '#shared/entities/index.ts'
import { type Lines, textsOf } from './lines.ts'

/**
 * The values of a row by field. A reference may be an id or what the other record is known by: a code, a number, or a
 * number within the row's own site. Throws 422 for a row that is longer than the names of the columns.
 */
export async function valuesOf(lines: Lines, index: number): Promise<Record<string, unknown>> {
  const { entity, asked, rows } = lines
  if ((rows[index] ?? []).slice(asked.names.length).some((cell) => cell.trim() !== ''))
    throw invalid({ root: `The row has more cells than the file has columns.` })
  const values: Record<string, unknown> = {}
  for (const [name, text] of siteFirst(entity, Object.entries(textsOf(lines, index)))) {
    const field = fieldOf(entity, name)
    const target = field?.kind === 'reference' ? field.resource : undefined
    if (name === 'id') values.id = text
    else if (target) values[name] = await referenceFor(lines, name, entityOf(target), text, values[entity.site ?? ''])
    else if (field) values[name] = cellValue(field, text)
  }
  return values
}

// What is known by its number within a site needs the row's own site.
const siteFirst = (entity: Entity, texts: [string, string][]) =>
  texts.sort(([a], [b]) => Number(b === entity.site) - Number(a === entity.site))

async function referenceFor(lines: Lines, name: string, target: Entity, text: string, site: unknown): Promise<string> {
  if (isIdOf(target, text)) return text
  const cached = `${target.resource}|${String(site ?? '')}|${text}`
  const search = lines.known.get(cached) ?? lookUp(target, text, site)
  lines.known.set(cached, search)
  const id = await search
  if (id === undefined) throw invalid({ [name]: 'There is no such record, or it is not one of your sites.' })
  return id
}

async function lookUp(target: Entity, text: string, site: unknown): Promise<string | undefined> {
  for (const set of target.unique ?? []) {
    const rest = set.filter((name) => name !== target.site)
    const needsSite = rest.length < set.length
    if (rest.length !== 1 || (needsSite && typeof site !== 'string')) continue
    const found = await getByUnique(
      target,
      set,
      set.map((name) => (name === target.site ? site : text)),
    )
    if (found) return found.record.id
  }
  return undefined
}
