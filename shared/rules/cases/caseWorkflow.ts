import { type Actor, holdsAny } from '#shared/declaration/access.ts'
import type { AnyRecord } from '#shared/declaration/entity.ts'
import { leads } from '#shared/declaration/roles.ts'
import { type Case, openStatuses, unresolvedStatuses } from '#shared/entities/case.ts'
import {
  type ActionRule,
  type Decision,
  notNow,
  notYou,
  type Refusal,
  type Rules,
  type Situation,
} from '#shared/rules/decision.ts'
import { dueAt } from '#shared/values/clock.ts'
import { calendarOf, standardDurations } from './clockProfile.ts'

type CaseStatus = NonNullable<Case['status']>

/** From which states each step of a case may be taken (spec: cases, status). */
export const stepsFrom: Readonly<Record<string, readonly CaseStatus[]>> = {
  acknowledge: ['received'],
  investigate: ['acknowledged'],
  assess: ['investigating'],
  respond: ['assessed'],
  'await-patient': ['responding'],
  resume: ['awaiting-patient'],
  resolve: ['responding', 'awaiting-patient'],
  close: ['resolved'],
  reopen: ['resolved', 'closed'],
  withdraw: unresolvedStatuses,
  'legal-route': unresolvedStatuses,
}

const isOpen = (status: CaseStatus = 'received'): boolean => openStatuses.some((each) => each === status)

const statusWords: Readonly<Record<CaseStatus, string>> = {
  received: 'received',
  acknowledged: 'acknowledged',
  investigating: 'being investigated',
  assessed: 'assessed',
  responding: 'being answered',
  'awaiting-patient': 'waiting for the patient',
  resolved: 'resolved',
  closed: 'closed',
  'legal-route': 'on the legal route',
  withdrawn: 'withdrawn',
  merged: 'merged into another case',
}

type CaseSituation = Situation & { record: AnyRecord & Partial<Case> }

const step =
  (action: string, decide: (situation: CaseSituation) => Decision | Refusal): ActionRule['decide'] =>
  (situation) => {
    const record: AnyRecord & Partial<Case> = situation.record
    const status = record.status ?? 'received'
    const from = stepsFrom[action]
    if (from && !from.includes(status)) {
      const possible = from.map((each) => statusWords[each]).join(' or ')
      return notNow('CASE_STATE', `The case is ${statusWords[status]}. This step needs a case that is ${possible}.`)
    }
    return decide({ ...situation, record })
  }

const isLead = (actor: Actor): boolean => holdsAny(actor, leads)

const acknowledge = step('acknowledge', ({ body, now }) => ({
  changes: {
    status: 'acknowledged',
    acknowledgedAt: now,
    acknowledgedHow: body.how,
    contactPerson: body.contactPerson,
  },
}))

const investigate = step('investigate', ({ record, body }) => {
  if (!record.severity) return notNow('SEVERITY_NEEDED', 'Say first whether the case is routine or major.')
  if (!record.demands?.length) return notNow('DEMANDS_NEEDED', 'Write down first what the patient asks for.')
  return { changes: { status: 'investigating', plan: body.plan, planOn: body.planOn } }
})

const assess = step('assess', ({ body, actor, related }) => {
  const sides = new Set(related.statements?.map((statement) => statement.side))
  if (!sides.has('patient'))
    return notNow('PATIENT_STATEMENT_NEEDED', 'The patient has not been heard yet. Take the statement first.')
  if (!sides.has('team') && !body.teamUnavailableReason)
    return notNow(
      'TEAM_STATEMENT_NEEDED',
      'The team has not been heard yet. Take its statement, or let the unit manager say why it cannot be had.',
    )
  if (!sides.has('team') && !isLead(actor))
    return notYou('LEAD_DECIDES', 'Only the unit manager can decide without the team’s statement.')
  const { faultClass, cause, outcome, teamUnavailableReason } = body
  return { changes: { status: 'assessed', faultClass, cause, outcome, teamUnavailableReason } }
})

// Offers do not exist yet as records of their own, so a written reason is the only way on.
const respond = step('respond', ({ body }) =>
  body.noRemedyReason
    ? { changes: { status: 'responding', noRemedyReason: body.noRemedyReason } }
    : notNow('REMEDY_NEEDED', 'Make an offer, or write why there is nothing to offer.'),
)

const awaitPatient = step('await-patient', ({ body, now }) => ({
  changes: { status: 'awaiting-patient', pausedAt: now },
  reason: text(body.note),
}))

const resume = step('resume', ({ record, body, now }) => ({
  changes: { status: 'responding', ...pauseEnded(record, now) },
  reason: text(body.note),
}))

const resolve = step('resolve', ({ record, body, now }) => ({
  changes: { status: 'resolved', patientDecision: body.patientDecision, resolvedAt: now, ...pauseEnded(record, now) },
}))

const close = step('close', ({ now }) => ({ changes: { status: 'closed', closedAt: now } }))

const reopen = step('reopen', ({ record, body }) => ({
  changes: {
    status: 'investigating',
    reopenedCount: (record.reopenedCount ?? 0) + 1,
    resolvedAt: null,
    closedAt: null,
    patientDecision: null,
  },
  reason: text(body.reason),
}))

const withdraw = step('withdraw', ({ body }) => ({ changes: { status: 'withdrawn' }, reason: text(body.reason) }))
const legalRoute = step('legal-route', ({ body }) => ({
  changes: { status: 'legal-route' },
  reason: text(body.reason),
}))

const handOver = step('hand-over', ({ record, body }) =>
  isOpen(record.status)
    ? { changes: { ownerId: body.ownerId } }
    : notNow('CASE_STATE', 'The case is finished; there is nothing to hand over.'),
)

const markMajor = step('mark-major', ({ record, body }) =>
  record.severity === 'major' && record.majorReasons?.length
    ? notNow('ALREADY_MAJOR', 'The case is already a major one.')
    : { changes: { severity: 'major', majorReasons: body.reasons } },
)

const text = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined)

/** A pause that ends adds its minutes; awaiting the patient is the only state that stops the response clock. */
function pauseEnded(record: Partial<Case>, now: string): Record<string, unknown> {
  if (!record.pausedAt) return {}
  const minutes = Math.max(0, Math.round((Date.parse(now) - Date.parse(record.pausedAt)) / 60_000))
  return { pausedAt: null, pausedMinutes: (record.pausedMinutes ?? 0) + minutes }
}

/** The clocks of a case: acknowledgement in one working day, response in seven calendar days plus its pauses. */
export function clocksOf(record: Partial<Case>, site: { timeZone: string; calendar?: object } | undefined) {
  if (!record.receivedAt || !site) return {}
  const calendar = calendarOf(site)
  const startAt = record.receivedAt
  const acknowledgeDueAt = dueAt({ calendar, startAt, duration: standardDurations.acknowledgement })
  const response = dueAt({ calendar, startAt, duration: standardDurations.response })
  const responseDueAt = response && instantAfter(response, record.pausedMinutes ?? 0)
  return { acknowledgeDueAt: acknowledgeDueAt ?? undefined, responseDueAt: responseDueAt ?? undefined }
}

const instantAfter = (now: string, minutes: number): string =>
  new Date(Date.parse(now) + minutes * 60_000).toISOString()

/** Everything decided about cases. */
export const caseRules: Rules = {
  derivation: {
    links: ['siteId'],
    derive: (record, { siteId: site }) => {
      const of: Partial<Case> = record
      return {
        isOpen: isOpen(of.status) ? true : undefined,
        severity: of.severity ?? 'routine',
        level: of.level ?? 1,
        ...(of.disputedMinor !== undefined && !of.currency && { currency: site?.currency }),
        ...clocksOf(of, siteOf(site)),
      }
    },
    check: (record, before) =>
      before && record.siteId !== before.siteId
        ? notNow('SITE_FIXED', 'A case stays with the site that received it.')
        : undefined,
  },
  actions: {
    acknowledge: { decide: acknowledge },
    investigate: { decide: investigate },
    assess: {
      needs: { statements: { list: 'statements', where: (record) => ({ caseId: record.id }) } },
      decide: assess,
    },
    respond: { decide: respond },
    'await-patient': { decide: awaitPatient },
    resume: { decide: resume },
    resolve: { decide: resolve },
    close: { decide: close },
    reopen: { decide: reopen },
    withdraw: { decide: withdraw },
    'legal-route': { decide: legalRoute },
    'hand-over': { decide: handOver },
    'mark-major': { decide: markMajor },
  },
}

const siteOf = (site: AnyRecord | undefined): { timeZone: string; calendar?: object } | undefined =>
  site && typeof site.timeZone === 'string'
    ? {
        timeZone: site.timeZone,
        ...(typeof site.calendar === 'object' && site.calendar !== null && { calendar: site.calendar }),
      }
    : undefined
