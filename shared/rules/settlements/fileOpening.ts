import type { AnyRecord } from '#shared/declaration/entity.ts'
import type { Contract } from '#shared/entities/contract.ts'
import type { Coverage } from '#shared/entities/coverage.ts'
import { type SettlementFile, unpriced } from '#shared/entities/settlementFile.ts'
import { type Refusal, refuse } from '#shared/refusals.ts'
import type { Derivation } from '#shared/rules/decision.ts'
import { isSame } from '#shared/values/canonical.ts'
import { civilDay, dayOf } from '#shared/values/zonedTime.ts'

type FileRecord = AnyRecord & Partial<SettlementFile>

/** Who and what a file is about; they decide its prices. */
const parties = ['encounterId', 'coverageId', 'contractId'] as const
/** What is claimed besides the prices. */
const details = ['diagnosisCodes', 'physician', 'approvalNo', 'documents'] as const

const unpricedStages: readonly string[] = unpriced
const beforeVerifying: readonly string[] = [...unpriced, 'estimated']

/** The facts a file is opened with, and what must be true of the visit, the membership and the contract for it. */
export const opening: Derivation = {
  links: [...parties],
  derive: (record, links, now, actor) => {
    const file: FileRecord = record
    const contract: Partial<Contract> | undefined = links.contractId
    const countedFrom = file.dischargedOn ?? file.serviceOn
    return {
      openedAt: file.openedAt ?? now,
      openedBy: file.openedBy ?? actor.userId,
      holderId: file.holderId ?? actor.userId,
      isLive: file.stage === 'void' ? null : true,
      dueBy: countedFrom && contract?.submissionLimitDays && dayAfter(countedFrom, contract.submissionLimitDays),
    }
  },
  check: (record, before, _actor, links) => {
    if (!before) return misfit(record, links)
    const old: FileRecord = before
    const stage = old.stage ?? 'opened'
    const differs = (names: readonly string[]) => names.some((name) => isChanged(name, record, before))
    if (differs(parties)) return unpricedStages.includes(stage) ? misfit(record, links) : refuse('FILE_PRICED')
    return differs(details) && !beforeVerifying.includes(stage) ? refuse('FILE_VERIFIED') : undefined
  },
}

function misfit(file: FileRecord, links: Readonly<Record<string, AnyRecord | undefined>>): Refusal | undefined {
  const coverage: Partial<Coverage> = links.coverageId ?? {}
  const contract: Partial<Contract> = links.contractId ?? {}
  const on = file.serviceOn ?? ''
  if (coverage.patientId !== file.patientId) return refuse('OTHER_PATIENT')
  if (!isWithin(on, coverage.effectiveFrom, coverage.effectiveTo)) return refuse('COVERAGE_INACTIVE', { day: on })
  if (contract.payerId !== coverage.payerId) return refuse('OTHER_PAYER')
  if (!isWithin(on, contract.validFrom, contract.validTo)) return refuse('CONTRACT_NOT_VALID', { day: on })
  const sites = contract.siteIds ?? []
  return sites.length === 0 || sites.includes(file.siteId ?? '') ? undefined : refuse('OTHER_SITE')
}

const isWithin = (day: string, from: string | undefined, to: string | undefined): boolean =>
  from !== undefined && day >= from && (to === undefined || day <= to)

/** The day so many days after another one. */
const dayAfter = (day: string, days: number): string => dayOf(Date.parse(day) + days * civilDay)

const isChanged = (name: string, record: AnyRecord, before: AnyRecord): boolean => !isSame(record[name], before[name])
