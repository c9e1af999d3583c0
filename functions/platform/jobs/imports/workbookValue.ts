import { getRecord } from '#functions/platform/store/read.ts'
import { cellValue } from '#shared/api/cell.ts'
import { fieldOf, type RecordValues } from '#shared/declaration/entity.ts'
import { invalid } from '#shared/declaration/problem.ts'
import { Site } from '#shared/entities/site.ts'
import { refuse } from '#shared/refusals.ts'
import { parseMinor } from '#shared/values/money.ts'
import { isCellFault } from '#shared/values/workbook/cellFault.ts'
import { instantOf } from '#shared/values/zonedTime.ts'
import type { RecordPlace } from '../files/fileForm.ts'
import type { ImportFile } from './importFile.ts'

/** A wall clock as a workbook has it, without a zone. */
const wall = /^(\d{4}-\d\d-\d\d)(?:T(\d\d:\d\d(?::\d\d(?:\.\d{1,3})?)?))?$/
const decimal = /^-?\d+(\.\d+)?$/
const share = /^(-?\d+(?:\.\d+)?)%$/

/**
 * The value that a cell of a workbook means to a field: instants are the clock of the row's site, amounts have the decimals
 * of its currency, shares may be per cent. Throws the 422 of the error of a formula, or of a row without a site that needs one.
 */
export async function workbookValue(
  file: ImportFile,
  name: string,
  text: string,
  values: RecordValues,
): Promise<unknown> {
  if (isCellFault(text)) throw invalid({ [name]: refuse('CELL_FAULT') })
  const field = fieldOf(file.entity, name)
  const [, day, time = '00:00'] = wall.exec(text) ?? []
  if (field?.kind === 'instant' && day !== undefined) {
    const { timeZone } = await placeOf(file, name, values)
    return new Date(instantOf(timeZone, Date.parse(`${day}T${time}Z`))).toISOString()
  }
  if (field?.kind === 'money' && decimal.test(text)) {
    const { currency } =
      typeof values.currency === 'string' ? { currency: values.currency } : await placeOf(file, name, values)
    return parseMinor(text, currency) ?? text
  }
  const percent = share.exec(text)?.[1]
  if (field?.kind === 'basisPoints' && percent !== undefined) return Number((Number(percent) * 100).toFixed(6))
  return field && cellValue(field, text)
}

async function placeOf(file: ImportFile, name: string, values: RecordValues): Promise<RecordPlace> {
  const siteId = String(values[file.entity.site ?? ''] ?? file.onlySite ?? '')
  const search = file.places.get(siteId) ?? siteOf(siteId)
  file.places.set(siteId, search)
  const place = await search
  if (!place) throw invalid({ [name]: refuse('SITE_NEEDED') })
  return place
}

const siteOf = async (id: string): Promise<RecordPlace | undefined> =>
  id === '' ? undefined : (await getRecord(Site, id))?.record
