import type { AnyRecord } from '#shared/declaration/entity.ts'
import { type SettlementFile, unpriced } from '#shared/entities/settlementFile.ts'
import { isRefusal, type Refusal, refuse } from '#shared/refusals.ts'
import type { ActionRule, Decision, Need, Rules, Situation } from '#shared/rules/decision.ts'
import { dayOf, wallAt } from '#shared/values/zonedTime.ts'
import { attachedDocuments } from './attachedDocuments.ts'
import { batchedFile } from './batchedFile.ts'
import { claimLines } from './claim.ts'
import { missingDocuments } from './claimEdits.ts'
import { estimateOf } from './estimate.ts'
import { recordPayerAnswer, writeOff } from './fileBalance.ts'
import { opening } from './fileOpening.ts'
import { otherHand, signed } from './signedSteps.ts'
import { voidByTwo } from './voidByTwo.ts'

type FileSituation = Situation & { record: AnyRecord & Partial<SettlementFile> }

/** What verifying and approving wrote; cleared when an amount changes or the file goes back. */
const unsigned = { verifiedBy: null, verifiedAt: null, approvedBy: null, approvedAt: null, overrideReason: null }

/** A step of the chain: its taker holds the file now, and a request to void it is answered by going on. */
const onward =
  (decide: (situation: FileSituation) => Decision | Refusal): ActionRule['decide'] =>
  (situation) => {
    const answer = decide(situation)
    if (isRefusal(answer)) return answer
    const holder = { holderId: situation.actor.userId, voidRequestedBy: null, voidRequestedAs: null }
    return { ...answer, changes: { ...answer.changes, ...holder } }
  }

const receiveRecord = onward((situation) => {
  const attached = attachedDocuments(situation)
  if (isRefusal(attached)) return attached
  const { documents, updates, isSent } = attached
  if (isSent && !documents.some(({ kind }) => kind === 'medicalReport')) return refuse('REPORT_MISSING')
  return { changes: { documents }, updates }
})

/** Attaches documents without a step of the chain: whoever holds the file keeps it. */
function addDocuments(situation: Situation): Decision | Refusal {
  const attached = attachedDocuments(situation)
  return isRefusal(attached) ? attached : { changes: { documents: attached.documents }, updates: attached.updates }
}

const estimate = onward(({ record, body, actor, related }) => {
  const refused = otherHand(record, actor, 'estimate')
  if (refused) return refused
  const lines = claimLines.safeParse(body.lines)
  // A form that is not filled in yet is refused for nothing but the stage and the person.
  if (!lines.success) return { changes: {} }
  const editReason = typeof body.editReason === 'string' ? body.editReason : undefined
  const [contract, coverage] = [related.contract?.[0], related.coverage?.[0]]
  const priced = estimateOf({ file: record, contract, coverage, lines: lines.data, editReason })
  if (isRefusal(priced)) return priced
  const { totals, text } = priced
  return {
    checksums: { totalsHash: text },
    changes: {
      ...unsigned,
      ...signed(record, actor, 'estimate'),
      lines: priced.lines,
      totals,
      grossMinor: totals.grossMinor,
      payerShareMinor: totals.payerShareMinor,
      editReason: editReason ?? null,
      returnReason: null,
    },
  }
})

const verify = onward(({ record, body, actor, related }) => {
  const refused = otherHand(record, actor, 'verify')
  if (refused) return refused
  if (body.totalsHash !== record.totalsHash) return refuse('TOTALS_CHANGED')
  const missing = missingDocuments(record, related.contract?.[0])
  if (missing.length > 0) return refuse('DOCUMENTS_MISSING', { missing })
  return { changes: signed(record, actor, 'verify') }
})

const approve = onward(({ record, body, actor, now, related }) => {
  const refused = otherHand(record, actor, 'approve')
  if (refused) return refused
  const zone = related.site?.[0]?.timeZone
  const today = typeof zone === 'string' ? dayOf(wallAt(zone, Date.parse(now))) : now.slice(0, 10)
  const { dueBy } = record
  const isLate = dueBy !== undefined && today > dueBy
  if (isLate && !body.overrideReason) return refuse('SUBMISSION_LATE', { day: dueBy })
  return { changes: { ...signed(record, actor, 'approve'), overrideReason: isLate ? body.overrideReason : null } }
})

const contract: Need = { one: 'contracts', id: (record) => record.contractId }
const coverage: Need = { one: 'coverages', id: (record) => record.coverageId }
const site: Need = { one: 'sites', id: (record) => record.siteId }

/** Everything decided about one settlement file. */
export const fileRules: Rules = {
  derivation: opening,
  deletion: ({ stage }) => (unpriced.some((each) => each === stage) ? undefined : refuse('FILE_KEPT')),
  actions: {
    'request-record': { decide: onward(() => ({ changes: {} })) },
    'receive-record': { decide: receiveRecord },
    'add-documents': { decide: addDocuments },
    estimate: { needs: { contract, coverage }, decide: estimate },
    verify: { needs: { contract }, decide: verify },
    approve: { needs: { site }, decide: approve },
    return: { decide: onward(({ body }) => ({ changes: { ...unsigned, returnReason: body.reason } })) },
    void: { decide: ({ record, actor }) => voidByTwo(record, actor, true) },
    ...batchedFile,
    'record-payer-answer': recordPayerAnswer,
    'write-off': writeOff,
  },
}
