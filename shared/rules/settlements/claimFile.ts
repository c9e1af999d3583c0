import type { Batch } from '#shared/entities/batch.ts'
import { type ClaimCsvLine, claimHeader, claimRow, readClaims } from './claimCsv.ts'

/** One form of a claim file: how it is written, and how what was written is read again to prove it whole. */
export interface ClaimForm {
  readonly contentType: string
  readonly write: (batch: Batch, lines: readonly ClaimCsvLine[]) => string
  readonly read: (text: string) => readonly ClaimCsvLine[]
}

/** The forms a batch is exported in; the JSON manifest has the seal beside the lines. */
export const claimForms = {
  csv: {
    contentType: 'text/csv; charset=utf-8',
    write: (_batch, lines) => claimHeader + lines.map(claimRow).join(''),
    read: readClaims,
  },
  json: {
    contentType: 'application/json',
    write: (batch, lines) => `${JSON.stringify(manifestOf(batch, lines), null, 1)}\n`,
    read: (text) => {
      const { lines }: { lines: ClaimCsvLine[] } = JSON.parse(text)
      return lines
    },
  },
} satisfies Record<string, ClaimForm>

/** The name of a form. */
export type ClaimFormat = keyof typeof claimForms

function manifestOf(batch: Batch, lines: readonly ClaimCsvLine[]) {
  const { number, payerName, careType, month, currency, sealedAt, sha256, totals } = batch
  return { number, payerName, careType, month, currency, sealedAt, sha256, totals, rows: lines.length, lines }
}
