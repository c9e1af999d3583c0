import { type CsvColumn, csvCell, csvHeader, csvLineOf, readRecords } from '#shared/values/csv.ts'
import { formatMinor, readMinor } from '#shared/values/money.ts'
import { type BatchLine, differencesBetween, type Seal } from './batchSeal.ts'

/** One claimed line as the payer receives it; amounts in minor units, days as `YYYY-MM-DD`. */
export type ClaimCsvLine = BatchLine & {
  batchNo: string
  seq: number
  fileVersion: number
  payerClaimNo?: string
  memberNo: string
  policyNo: string
  class: string
  patientName: string
  nationalId?: string
  sex?: string
  birthOn?: string
  sponsor?: string
  careType: string
  admittedOn?: string
  dischargedOn?: string
  diagnosisCodes: readonly string[]
  physician?: string
  approvalNo?: string
  serviceOn: string
  codeSystem?: string
  description: string
  serviceCategory: string
  deductibleMinor: number
  coinsuranceMinor: number
  currency: string
}

const layout = [
  ['batch_no', 'batchNo', 'text'],
  ['seq', 'seq', 'count'],
  ['file_no', 'fileNo', 'text'],
  ['file_version', 'fileVersion', 'count'],
  ['payer_claim_no', 'payerClaimNo', 'text'],
  ['member_no', 'memberNo', 'text'],
  ['policy_no', 'policyNo', 'text'],
  ['class', 'class', 'text'],
  ['patient_name', 'patientName', 'text'],
  ['national_id', 'nationalId', 'text'],
  ['sex', 'sex', 'text'],
  ['birth_date', 'birthOn', 'text'],
  ['sponsor', 'sponsor', 'text'],
  ['care_type', 'careType', 'text'],
  ['admit_date', 'admittedOn', 'text'],
  ['discharge_date', 'dischargedOn', 'text'],
  ['diagnosis_codes', 'diagnosisCodes', 'list'],
  ['physician', 'physician', 'text'],
  ['approval_no', 'approvalNo', 'text'],
  ['line_no', 'lineNo', 'count'],
  ['service_date', 'serviceOn', 'text'],
  ['code_system', 'codeSystem', 'text'],
  ['service_code', 'serviceCode', 'text'],
  ['description', 'description', 'text'],
  ['category', 'serviceCategory', 'text'],
  ['quantity', 'quantity', 'count'],
  ['unit_price', 'unitPriceMinor', 'amount'],
  ['gross', 'grossMinor', 'amount'],
  ['discount', 'discountMinor', 'amount'],
  ['net', 'netMinor', 'amount'],
  ['tax', 'taxMinor', 'amount'],
  ['deductible', 'deductibleMinor', 'amount'],
  ['coinsurance', 'coinsuranceMinor', 'amount'],
  ['patient_share', 'patientShareMinor', 'amount'],
  ['payer_share', 'payerShareMinor', 'amount'],
  ['currency', 'currency', 'text'],
] as const satisfies [string, keyof ClaimCsvLine, 'text' | 'list' | 'count' | 'amount'][]
type Layout = (typeof layout)[number]

/** The columns of a claim file in the order payers are promised; identifiers are text, amounts plain decimals. */
export const claimColumns: readonly CsvColumn<Layout[0]>[] = layout.map(([name, , holds]) => ({
  name,
  kind: holds === 'count' || holds === 'amount' ? 'number' : 'text',
}))
/** What the cells of each column of a claim file hold. */
export const claimHolds: Readonly<Record<string, Layout[2]>> = Object.fromEntries(
  layout.map(([name, , holds]) => [name, holds]),
)
const currencyAt = layout.findIndex(([name]) => name === 'currency')

/** The first line of a claim file, with its byte order mark. */
export const claimHeader = csvHeader(claimColumns)

/** One line of a claim file; several diagnosis codes stand in one cell, separated by semicolons. */
export function claimRow(line: ClaimCsvLine): string {
  const cells = claimCells(line)
  return csvLineOf(claimColumns.map((column, index) => csvCell(column, cells[index])))
}

/** The cells of a claim line in the order of `claimColumns`, amounts as decimals of the line's currency. */
export function claimCells(line: ClaimCsvLine): (string | number)[] {
  return layout.map((column) => {
    if (column[2] === 'amount') return formatMinor(line[column[1]] ?? 0, line.currency)
    if (column[2] === 'list') return line[column[1]].join(';')
    return line[column[1]] ?? ''
  })
}

/** The lines of a claim file as written; throws CsvError where the form is broken and RangeError on a false number. */
export const readClaims = (text: string): ClaimCsvLine[] => claimsOf(readRecords(claimColumns, text))

/** The lines of a claim file from its cells below the header; throws RangeError on a false number. */
export function claimsOf(rows: readonly (readonly string[])[]): ClaimCsvLine[] {
  return rows.map((cells) => {
    const currency = cells[currencyAt] ?? ''
    const fields = layout.map((column, index) => [column[1], fieldOf(column, cells[index] ?? '', currency)])
    return Object.fromEntries(fields) as ClaimCsvLine
  })
}

/** What a claim file lacks against the seal of its batch; empty when rows, checksum and control totals are equal. */
export const differencesFrom = (seal: Pick<Seal, 'sha256' | 'totals'>, text: string): Promise<string[]> =>
  differencesBetween(seal, readClaims(text))

function fieldOf([name, , holds]: Layout, cell: string, currency: string): string | number | string[] {
  if (holds === 'text') return cell
  if (holds === 'list') return cell === '' ? [] : cell.split(';')
  const value = readMinor(cell, holds === 'amount' ? currency : 'JPY')
  if (value === undefined) throw new RangeError(`Column ${name} holds a cell that is not a number of its kind.`)
  return value
}
