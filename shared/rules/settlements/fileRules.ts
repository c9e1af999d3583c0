import * as z from 'zod'
import type { AnyRecord } from '#shared/declaration/entity.ts'
import { documentKinds, type SettlementFile } from '#shared/entities/settlementFile.ts'
import { isRefusal, type Refusal, refuse } from '#shared/refusals.ts'
import type { ActionRule, Decision, Need, Rules, Situation } from '#shared/rules/decision.ts'
import { dayOf, wallAt } from '#shared/values/zonedTime.ts'
import { claimLines } from './claim.ts'
import { missingDocuments } from './claimEdits.ts'
import { estimateOf } from './estimate.ts'
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

const documents = z.array(z.looseObject({ kind: z.enum(documentKinds), sha256: z.string() }))

const receiveRecord = onward(({ record, body }) => {
  const known = record.documents ?? []
  const sent = documents.safeParse(body.documents)
  const fresh = sent.success ? sent.data.filter((one) => !known.some(({ sha256 }) => sha256 === one.sha256)) : []
  const all = [...known, ...fresh]
  // Before its form is open the panel sends the record's own list, which the form may still add to.
  const isSent = sent.success && body.documents !== record.documents
  if (isSent && !all.some(({ kind }) => kind === 'medicalReport')) return refuse('REPORT_MISSING')
  return { changes: { documents: all } }
})

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

/** Everything decided about one settlement file; into a batch and on with it goes by the batch. */
export const fileRules: Rules = {
  derivation: opening,
  actions: {
    'request-record': { decide: onward(() => ({ changes: {} })) },
    'receive-record': { decide: receiveRecord },
    estimate: { needs: { contract, coverage }, decide: estimate },
    verify: { needs: { contract }, decide: verify },
    approve: { needs: { site }, decide: approve },
    return: { decide: onward(({ body }) => ({ changes: { ...unsigned, returnReason: body.reason } })) },
    void: { decide: ({ record, actor }) => voidByTwo(record, actor, true) },
  },
}
