import type { Batch } from '#shared/entities/batch.ts'
import type { Coverage } from '#shared/entities/coverage.ts'
import type { Patient } from '#shared/entities/patient.ts'
import type { SettlementFile } from '#shared/entities/settlementFile.ts'
import { type BatchLine, claimedLines } from './batchSeal.ts'
import type { ClaimCsvLine } from './claimCsv.ts'

/** What a claim says about one file besides its lines. */
export interface ClaimSource {
  readonly file: SettlementFile
  readonly coverage: Coverage
  readonly patient: Patient
}

/** The lines of a file as a batch seals them. */
export const batchLinesOf = ({ number = '', lines = [] }: SettlementFile): BatchLine[] =>
  lines.map((line) => ({ ...line, fileNo: number }))

/** The lines that a batch claims of its payer, in the order and with everything a claim file says; amounts in minor units. */
export function claimRowsOf(batch: Batch, sources: readonly ClaimSource[]): ClaimCsvLine[] {
  const all = sources.flatMap((source) => rowsOf(batch, source))
  return claimedLines(all).map((row, index) => ({ ...row, seq: index + 1 }))
}

function rowsOf(batch: Batch, { file, coverage, patient }: ClaimSource): ClaimCsvLine[] {
  const same = {
    batchNo: batch.number ?? '',
    seq: 0,
    fileNo: file.number ?? '',
    fileVersion: file.fileVersion ?? 1,
    memberNo: coverage.memberNo,
    policyNo: coverage.policyNo,
    class: file.class ?? '',
    patientName: patient.name,
    nationalId: patient.nationalId,
    sex: patient.sex,
    birthOn: patient.birthDate,
    sponsor: coverage.sponsor,
    careType: file.careType ?? '',
    admittedOn: file.serviceOn,
    dischargedOn: file.dischargedOn,
    diagnosisCodes: (file.diagnosisCodes ?? []).map(({ code }) => code),
    physician: file.physician,
    approvalNo: file.approvalNo,
    currency: file.currency ?? '',
  }
  return (file.lines ?? []).map((line) => ({
    ...same,
    lineNo: line.lineNo,
    serviceOn: line.serviceOn,
    codeSystem: line.codeSystem,
    serviceCode: line.serviceCode,
    description: line.description,
    serviceCategory: line.serviceCategory,
    quantity: line.quantity,
    unitPriceMinor: line.unitPriceMinor,
    grossMinor: line.grossMinor,
    discountMinor: line.discountMinor,
    netMinor: line.netMinor,
    deductibleMinor: line.deductibleMinor,
    coinsuranceMinor: line.coinsuranceMinor,
    patientShareMinor: line.patientShareMinor,
    payerShareMinor: line.payerShareMinor,
  }))
}
