import type { Contract } from '#shared/entities/contract.ts'
import type { documentKinds, SettlementFile } from '#shared/entities/settlementFile.ts'
import { type Refusal, refuse } from '#shared/refusals.ts'
import type { ClaimLine } from './claim.ts'
import { ruleBook } from './classRule.ts'
import { isCovered, requiresApproval } from './coverage.ts'

type DocumentKind = (typeof documentKinds)[number]

/** What a payer would send back at once, one refusal each: a service outside the stay, a claim without a diagnosis. */
export function failedEdits(file: Partial<SettlementFile>, lines: readonly ClaimLine[]): Refusal[] {
  const from = file.serviceOn ?? ''
  const to = file.dischargedOn ?? from
  const outside = lines.filter(({ serviceOn }) => serviceOn < from || serviceOn > to)
  return [
    ...outside.map(({ lineNo, serviceOn }) => refuse('LINE_OUTSIDE', { line: lineNo, day: serviceOn })),
    ...(file.diagnosisCodes?.length ? [] : [refuse('DIAGNOSIS_MISSING')]),
  ]
}

/** Whether the contract wants a prior approval for any line that it covers; nobody knows without the contract. */
export function needsApproval(file: Partial<SettlementFile>, contract: Partial<Contract> | undefined): boolean {
  if (!contract?.classRules || !file.class) return false
  const ruleOf = ruleBook(contract.classRules, file.class)
  return (file.lines ?? []).some((line) => {
    const decided = ruleOf(line)
    return decided !== undefined && isCovered(decided) && requiresApproval(decided.terms, line.netMinor)
  })
}

/** Kinds of document without which a file is not complete: report and invoice, and the approval where one is due. */
export function missingDocuments(
  file: Partial<SettlementFile>,
  contract: Partial<Contract> | undefined,
): DocumentKind[] {
  const present = new Set((file.documents ?? []).map(({ kind }) => kind))
  const wanted: DocumentKind[] = [
    'medicalReport',
    'invoice',
    ...(needsApproval(file, contract) ? ['approval' as const] : []),
  ]
  return wanted.filter((kind) => !present.has(kind))
}
