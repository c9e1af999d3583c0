import { isIdOf } from '#functions/platform/store/keys.ts'
import { getByUnique } from '#functions/platform/store/read.ts'
import { cellValue } from '#shared/api/cell.ts'
import { type Entity, fieldOf } from '#shared/declaration/entity.ts'
import { invalid, problem } from '#shared/declaration/problem.ts'
import { entityOf } from '#shared/entities/index.ts'
import { refuse } from '#shared/refusals.ts'
import { type ImportFile, textsOf } from './importFile.ts'
import { workbookValue } from './workbookValue.ts'

/**
 * The values of a row by field. A reference may be an id or what identifies the other record: a code, a number, or a
 * number within the row's own site. Throws the 422 of a row with more cells than columns, or of an unknown reference.
 */
export async function valuesOf(file: ImportFile, index: number): Promise<Record<string, unknown>> {
  const { entity, request, rows } = file
  const extra = (rows[index] ?? []).slice(request.names.length)
  if (extra.some((cell) => cell.trim() !== '')) throw problem('LONG_ROW')
  const values: Record<string, unknown> = {}
  for (const [name, text] of siteFirst(entity, Object.entries(textsOf(file, index)))) {
    const field = fieldOf(entity, name)
    const target = field?.kind === 'reference' ? field.resource : undefined
    if (name === 'id') values.id = text
    else if (target) values[name] = await referenceOf(file, name, entityOf(target), text, values[entity.site ?? ''])
    else if (field)
      values[name] = request.isWorkbook ? await workbookValue(file, name, text, values) : cellValue(field, text)
  }
  return values
}

// A number within a site is looked up by the row's own site, and an amount is read by the row's own currency.
const siteFirst = (entity: Entity, texts: [string, string][]) => {
  const rank = (name: string) => (name === entity.site ? 2 : name === 'currency' ? 1 : 0)
  return texts.sort(([a], [b]) => rank(b) - rank(a))
}

async function referenceOf(
  { references }: ImportFile,
  name: string,
  target: Entity,
  text: string,
  site: unknown,
): Promise<string> {
  if (isIdOf(target, text)) return text
  const key = `${target.resource}|${String(site ?? '')}|${text}`
  const search = references.get(key) ?? idByUnique(target, text, site)
  references.set(key, search)
  const id = await search
  if (id === undefined) throw invalid({ [name]: refuse('NOT_FOUND') })
  return id
}

async function idByUnique(target: Entity, text: string, site: unknown): Promise<string | undefined> {
  for (const fields of target.unique ?? []) {
    const others = fields.filter((name) => name !== target.site)
    const needsSite = others.length < fields.length
    if (others.length !== 1 || (needsSite && typeof site !== 'string')) continue
    const values = fields.map((name) => (name === target.site ? site : text))
    const stored = await getByUnique(target, fields, values)
    if (stored) return stored.record.id
  }
  return undefined
}
