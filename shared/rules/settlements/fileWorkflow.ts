import * as z from 'zod'
import type { AnyRecord } from '#shared/declaration/entity.ts'
import { documentKinds, type SettlementFile } from '#shared/entities/settlementFile.ts'
import {
  type ActionRule,
  type Decision,
  isRefusal,
  type Need,
  notNow,
  type Refusal,
  type Rules,
  type Situation,
} from '#shared/rules/decision.ts'
import { dayOf, wallAt } from '#shared/values/zonedTime.ts'
import { claimLines } from './claim.ts'
import { missingDocuments } from './claimEdits.ts'
import { estimateOf } from './estimate.ts'
import { opening } from './fileOpening.ts'
import { otherHand, signed } from './fourEyes.ts'
import { voided } from './twoPersons.ts'

type FileRecord = AnyRecord & Partial<SettlementFile>
type FileSituation = Situation & { record: FileRecord }
type FileStage = NonNullable<SettlementFile['stage']>

/** From which stages each step of a file may be taken (spec: settlements, the file and its chain). */
export const fileStepsFrom: Readonly<Record<string, readonly FileStage[]>> = {
  'request-record': ['opened'],
  'receive-record': ['record-requested'],
  estimate: ['record-received', 'estimated', 'verified', 'approved', 'returned'],
  verify: ['estimated'],
  approve: ['verified'],
  return: ['estimated', 'verified', 'approved'],
  void: ['opened', 'record-requested', 'record-received', 'estimated', 'verified', 'approved', 'returned'],
}

/** What verifying and approving left behind; gone when an amount changes or the file goes back. */
const unsigned = { verifiedBy: null, verifiedAt: null, approvedBy: null, approvedAt: null, overrideReason: null }

const stageWords = (stage: FileStage): string => stage.replace('-', ' ')

const step = (name: string, decide: (situation: FileSituation) => Decision | Refusal): ActionRule['decide'] => {
  const from = fileStepsFrom[name] ?? []
  return (situation) => {
    const record: FileRecord = situation.record
    const stage = record.stage ?? 'opened'
    if (!from.includes(stage)) {
      const needed = from.map(stageWords).join(' or ')
      return notNow('FILE_STAGE', `The file is ${stageWords(stage)}. This step needs a file that is ${needed}.`)
    }
    return decide({ ...situation, record })
  }
}

/** A step of the chain: its taker holds the file now, and a request to void it is answered by going on. */
const onward = (name: string, decide: (situation: FileSituation) => Decision | Refusal): ActionRule['decide'] =>
  step(name, (situation) => {
    const answer = decide(situation)
    if (isRefusal(answer)) return answer
    const taken = { holderId: situation.actor.userId, voidRequestedBy: null, voidRequestedAs: null }
    return { ...answer, changes: { ...answer.changes, ...taken } }
  })

const requestRecord = onward('request-record', ({ now }) => ({
  changes: { stage: 'record-requested', recordRequestedAt: now },
}))

const documents = z.array(z.looseObject({ kind: z.enum(documentKinds), sha256: z.string() }))

const receiveRecord = onward('receive-record', ({ record, body, actor, now }) => {
  const held = record.documents ?? []
  const given = documents.safeParse(body.documents)
  const fresh = given.success ? given.data.filter((one) => !held.some(({ sha256 }) => sha256 === one.sha256)) : []
  const all = [...held, ...fresh]
  // What the panel asks before the form is open is the record's own list, which the form may still add to.
  const isAsked = given.success && body.documents !== record.documents
  if (isAsked && !all.some(({ kind }) => kind === 'medicalReport'))
    return notNow('DOCUMENTS_MISSING', 'The medical report is missing. Attach it to receive the record.')
  return {
    changes: { stage: 'record-received', documents: all, recordReceivedBy: actor.userId, recordReceivedAt: now },
  }
})

const estimate = onward('estimate', ({ record, body, actor, now, related }) => {
  const refused = otherHand(record, actor, 'estimate')
  if (refused) return refused
  const lines = claimLines.safeParse(body.lines)
  // A form that is not filled in yet is refused for nothing but the stage and the person.
  if (!lines.success) return { changes: {} }
  const editReason = typeof body.editReason === 'string' ? body.editReason : undefined
  const [contract, coverage] = [related.contract?.[0], related.coverage?.[0]]
  const made = estimateOf({ file: record, contract, coverage, lines: lines.data, editReason })
  if (isRefusal(made)) return made
  const { totals, text } = made
  return {
    checksums: { totalsHash: text },
    changes: {
      ...unsigned,
      ...signed(record, actor, 'estimate'),
      stage: 'estimated',
      lines: made.lines,
      totals,
      grossMinor: totals.grossMinor,
      payerShareMinor: totals.payerShareMinor,
      editReason: editReason ?? null,
      estimatedBy: actor.userId,
      estimatedAt: now,
      returnReason: null,
    },
  }
})

const verify = onward('verify', ({ record, body, actor, now, related }) => {
  const refused = otherHand(record, actor, 'verify')
  if (refused) return refused
  if (body.totalsHash !== record.totalsHash)
    return notNow('TOTALS_CHANGED', 'The amounts have changed since you looked at them. Look again, then verify.')
  const missing = missingDocuments(record, related.contract?.[0])
  if (missing.length > 0)
    return notNow('DOCUMENTS_MISSING', `Not all documents are there. Missing: ${missing.map(documentName).join(', ')}.`)
  const changes = { stage: 'verified', verifiedBy: actor.userId, verifiedAt: now }
  return { changes: { ...changes, ...signed(record, actor, 'verify') } }
})

const approve = onward('approve', ({ record, body, actor, now, related }) => {
  const refused = otherHand(record, actor, 'approve')
  if (refused) return refused
  const zone = related.site?.[0]?.timeZone
  const today = typeof zone === 'string' ? dayOf(wallAt(zone, Date.parse(now))) : now.slice(0, 10)
  const isLate = record.dueBy !== undefined && today > record.dueBy
  if (isLate && !body.overrideReason)
    return notNow('SUBMISSION_LATE', `It was to be submitted by ${record.dueBy}. Say why it is approved all the same.`)
  const changes = { stage: 'approved', approvedBy: actor.userId, approvedAt: now }
  return {
    changes: { ...changes, ...signed(record, actor, 'approve'), overrideReason: isLate ? body.overrideReason : null },
  }
})

const sendBack = onward('return', ({ body }) => ({
  changes: { ...unsigned, stage: 'returned', returnReason: body.reason },
  reason: textOf(body.reason),
}))

const voidFile = step('void', ({ record, body, actor }) =>
  voided(record, { actor, reason: textOf(body.reason), done: { stage: 'void' }, isByOffice: true }),
)

/** A kind of document as a person says it: `medicalReport` is a medical report. */
const documentName = (kind: string): string => kind.replace(/[A-Z]/, (letter) => ` ${letter.toLowerCase()}`)

const textOf = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined)

const contract: Need = { one: 'contracts', id: (record) => record.contractId }
const coverage: Need = { one: 'coverages', id: (record) => record.coverageId }
const site: Need = { one: 'sites', id: (record) => record.siteId }

/** Everything decided about one settlement file; into a batch and on with it goes by the batch. */
export const settlementRules: Rules = {
  derivation: opening,
  actions: {
    'request-record': { decide: requestRecord },
    'receive-record': { decide: receiveRecord },
    estimate: { needs: { contract, coverage }, decide: estimate },
    verify: { needs: { contract }, decide: verify },
    approve: { needs: { site }, decide: approve },
    return: { decide: sendBack },
    void: { decide: voidFile },
  },
}
