import { sha256Hex } from '#shared/values/hash.ts'
import { sumMinor } from '#shared/values/money.ts'
import type { ControlTotals } from './claim.ts'

/** One priced line of a settlement file as it enters a batch; amounts in minor units of the batch's currency. */
export type BatchLine = {
  fileNo: string
  lineNo: number
  serviceCode: string
  quantity: number
  unitPriceMinor: number
  grossMinor: number
  discountMinor: number
  netMinor: number
  payerShareMinor: number
  patientShareMinor: number
  taxMinor?: number
}

/** Canonical rows with their checksum and control totals. */
export type Seal = { rows: string[]; sha256: string; totals: ControlTotals }

/** What lines lack against the seal of their batch, a sentence each; empty when checksum and control totals are equal. */
export async function differencesBetween(
  seal: Pick<Seal, 'sha256' | 'totals'>,
  lines: readonly BatchLine[],
): Promise<string[]> {
  const read = await sealOf(lines)
  const names = Object.keys(seal.totals) as (keyof ControlTotals)[]
  const differing = names.filter((name) => read.totals[name] !== seal.totals[name])
  const found = differing.map((name) => `${name} is ${read.totals[name]} instead of ${seal.totals[name]}`)
  return read.sha256 === seal.sha256 ? found : [...found, 'the checksum of the rows differs']
}

/** Freezes lines into canonical rows, their checksum and control totals; equal lines give equal bytes in any order. */
export async function sealOf(lines: readonly BatchLine[]): Promise<Seal> {
  const claimed = claimedLines(lines)
  const rows = rowsOf(claimed)
  return { rows, sha256: await checksumOf(rows), totals: totalsOf(claimed) }
}

/** The lines a payer is asked to pay, by file and line number; a line without a payer share stays out. */
export function claimedLines<Line extends BatchLine>(lines: readonly Line[]): Line[] {
  return lines
    .filter((line) => line.payerShareMinor !== 0)
    .sort((a, b) => (a.fileNo < b.fileNo ? -1 : a.fileNo > b.fileNo ? 1 : a.lineNo - b.lineNo))
}

/** Claimed lines as text, fields separated by bars; a repeated line or an identifier that breaks the form throws. */
export function canonicalRows(lines: readonly BatchLine[]): string[] {
  return rowsOf(claimedLines(lines))
}

function rowsOf(claimed: readonly BatchLine[]): string[] {
  claimed.forEach((line, index) => {
    const next = claimed[index + 1]
    if (next?.fileNo === line.fileNo && next.lineNo === line.lineNo)
      throw new RangeError(`Line ${line.lineNo} of file ${line.fileNo} occurs twice.`)
  })
  return claimed.map((line) =>
    [
      identifier(line.fileNo),
      line.lineNo,
      identifier(line.serviceCode),
      line.quantity,
      line.unitPriceMinor,
      line.grossMinor,
      line.discountMinor,
      line.netMinor,
      line.payerShareMinor,
      line.patientShareMinor,
    ].join('|'),
  )
}

/** The canonical rows of lines as the text whose SHA-256 seals them, each row ended by a line feed. */
export const canonicalText = (lines: readonly BatchLine[]): string => textOf(canonicalRows(lines))

const textOf = (rows: readonly string[]): string => rows.map((row) => `${row}\n`).join('')

/** SHA-256 over canonical rows, each ended by a line feed, in UTF-8. */
export async function checksumOf(rows: readonly string[]): Promise<string> {
  return sha256Hex(textOf(rows))
}

/** Control totals over the claimed lines. */
export function controlTotals(lines: readonly BatchLine[]): ControlTotals {
  return totalsOf(claimedLines(lines))
}

function totalsOf(claimed: readonly BatchLine[]): ControlTotals {
  const sum = (amountOf: (line: BatchLine) => number) => sumMinor(claimed.map(amountOf))
  const fileNumbers = new Set(claimed.map((line) => line.fileNo))
  return {
    files: fileNumbers.size,
    lines: claimed.length,
    quantity: sum((line) => line.quantity),
    grossMinor: sum((line) => line.grossMinor),
    discountMinor: sum((line) => line.discountMinor),
    netMinor: sum((line) => line.netMinor),
    patientShareMinor: sum((line) => line.patientShareMinor),
    payerShareMinor: sum((line) => line.payerShareMinor),
    taxMinor: sum((line) => line.taxMinor ?? 0),
    hashTotal: sumMinor([...fileNumbers].map(sequenceOf)),
  }
}

/** The numeric sequence at the end of a file's number: 101 of TSW-2026-000101; throws where there is none. */
export function sequenceOf(fileNo: string): number {
  const digits = /[0-9]+$/.exec(fileNo)
  if (!digits) throw new RangeError(`File number ${fileNo} does not end in a sequence.`)
  return Number(digits[0])
}

function identifier(text: string): string {
  if (text === '' || /[|\r\n]/.test(text)) throw new RangeError('An identifier in a batch is empty or breaks its row.')
  return text
}
