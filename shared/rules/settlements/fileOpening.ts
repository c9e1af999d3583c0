import type { AnyRecord } from '#shared/declaration/entity.ts'
import type { Contract } from '#shared/entities/contract.ts'
import type { Coverage } from '#shared/entities/coverage.ts'
import type { SettlementFile } from '#shared/entities/settlementFile.ts'
import { type Derivation, notNow, type Refusal } from '#shared/rules/decision.ts'
import { canonical } from '#shared/values/canonical.ts'
import { civilDay, dayOf } from '#shared/values/zonedTime.ts'

type FileRecord = AnyRecord & Partial<SettlementFile>
type FileStage = NonNullable<SettlementFile['stage']>

/** Who and what a file is about; they decide its prices. */
const parties = ['encounterId', 'coverageId', 'contractId'] as const
/** What is claimed besides the prices. */
const details = ['diagnosisCodes', 'physician', 'approvalNo', 'documents'] as const

const beforePricing: readonly FileStage[] = ['opened', 'record-requested', 'record-received', 'returned']
const beforeVerifying: readonly FileStage[] = [...beforePricing, 'estimated']

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
    if (differs(parties))
      return beforePricing.includes(stage)
        ? misfit(record, links)
        : notNow('FILE_STAGE', 'The file is priced. Return it before its visit, membership or contract changes.')
    return differs(details) && !beforeVerifying.includes(stage)
      ? notNow('FILE_STAGE', 'The file is verified. Return it before anything in it changes.')
      : undefined
  },
}

function misfit(file: FileRecord, links: Readonly<Record<string, AnyRecord | undefined>>): Refusal | undefined {
  const coverage: Partial<Coverage> = links.coverageId ?? {}
  const contract: Partial<Contract> = links.contractId ?? {}
  const on = file.serviceOn ?? ''
  if (coverage.patientId !== file.patientId)
    return notNow('OTHER_PATIENT', 'The membership is of another patient than the visit.')
  if (!isWithin(on, coverage.effectiveFrom, coverage.effectiveTo))
    return notNow('COVERAGE_INACTIVE', `The membership does not cover ${on}, the day of the service.`)
  if (contract.payerId !== coverage.payerId)
    return notNow('OTHER_PAYER', 'The contract is with another payer than the membership.')
  if (!isWithin(on, contract.validFrom, contract.validTo))
    return notNow('CONTRACT_NOT_VALID', `The contract is not valid on ${on}, the day of the service.`)
  const sites = contract.siteIds ?? []
  return sites.length === 0 || sites.includes(file.siteId ?? '')
    ? undefined
    : notNow('OTHER_SITE', 'The contract is not for the site of this visit.')
}

const isWithin = (day: string, from: string | undefined, to: string | undefined): boolean =>
  from !== undefined && day >= from && (to === undefined || day <= to)

/** The day so many days after another one. */
const dayAfter = (day: string, days: number): string => dayOf(Date.parse(day) + days * civilDay)

const isChanged = (name: string, record: AnyRecord, before: AnyRecord): boolean =>
  canonical(record[name] ?? null) !== canonical(before[name] ?? null)
