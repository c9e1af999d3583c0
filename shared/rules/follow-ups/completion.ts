import type { RecordValues } from '#shared/declaration/entity.ts'
import type { Case } from '#shared/entities/case.ts'
import { type FollowUp, followUpOutcomes } from '#shared/entities/followUp.ts'
import type { Invitation } from '#shared/entities/invitation.ts'
import type { Patient } from '#shared/entities/patient.ts'
import { type Refusal, refuse } from '#shared/refusals.ts'
import type { ActionRule, Consequences, RelatedRecords } from '#shared/rules/decision.ts'
import { noticeOf } from '#shared/rules/notices/notice.ts'
import { mostAttempts } from './attempts.ts'
import { isWithin } from './ending.ts'
import { hasConsent } from './visitConsent.ts'

/** How a call or a visit went. */
export type FollowUpOutcome = (typeof followUpOutcomes)[number]

const requests: readonly FollowUpOutcome[] = ['request-handled', 'request-declined']
const feelings: readonly FollowUpOutcome[] = ['satisfied', 'neutral', 'unsatisfied']

/** The outcomes that fit a kind: a wish is granted or not, and whoever was asked feels one way or another. */
export const outcomesOf = (kind: FollowUp['kind'] | undefined): readonly FollowUpOutcome[] => {
  const others = kind === 'vip-request' ? feelings : requests
  return followUpOutcomes.filter((each) => !others.includes(each))
}

/** Outcomes that say nothing without words. */
export const isToldInWords = (outcome: unknown): boolean =>
  outcome === 'complaint-raised' || outcome === 'clinical-concern'

/**
 * How a call or a visit went. A patient who is not satisfied opens the case again, a new complaint becomes a case that names
 * the first one, and a clinical concern reaches the unit manager at once: all in one step with the call itself.
 */
export const complete: ActionRule = {
  needs: {
    matter: { one: 'cases', id: ({ caseId }) => caseId },
    patient: { one: 'patients', id: ({ patientId }) => patientId },
    invitation: { one: 'invitations', id: ({ invitationId }) => invitationId },
    openCases: {
      listed: 'cases',
      filter: ({ patientId }, { interest }) => (interest === undefined ? undefined : { patientId, isOpen: true }),
    },
  },
  decide: (situation) => {
    const { record, body, now, related } = situation
    const followUp: Partial<FollowUp> = record
    const refusal = visitRefusal(followUp, now) ?? surveyRefusal(followUp, related)
    if (refusal) return refusal
    // Before the form is filled in, the panel asks with other words.
    const outcome = followUpOutcomes.find((each) => each === body.outcome)
    if (!outcome) return { changes: {} }
    const wrong = outcomeRefusal(followUp, outcome, body.concerns) ?? interestRefusal(body.interest, outcome, related)
    if (wrong) return wrong
    const changes = { isInWindow: isWithin(followUp, now), ...reached(followUp, situation.actor.userId, now) }
    return { changes, ...consequences(situation, followUp, outcome) }
  },
}

/** Whoever was talked to was reached; an attempt that says so already is not noted again. */
function reached({ attempts = [], attemptCount = 0, kind }: Partial<FollowUp>, by: string, at: string): RecordValues {
  if (kind === 'home-visit' || attempts.at(-1)?.result === 'reached') return {}
  return { attempts: [...attempts, { at, by, result: 'reached' }].slice(-mostAttempts), attemptCount: attemptCount + 1 }
}

function visitRefusal(followUp: Partial<FollowUp>, now: string): Refusal | undefined {
  if (followUp.kind !== 'home-visit') return undefined
  if (!hasConsent(followUp) || followUp.scheduledAt === undefined) return refuse('CONSENT_NEEDED')
  return followUp.scheduledAt > now ? refuse('VISIT_TO_COME') : undefined
}

function surveyRefusal({ kind, invitationId }: Partial<FollowUp>, related: RelatedRecords): Refusal | undefined {
  const [invitation]: Partial<Invitation>[] = [...(related.invitation ?? [])]
  const isAsked = kind === 'survey-by-phone' && invitationId !== undefined && invitation !== undefined
  return isAsked && invitation.status !== 'answered' ? refuse('SURVEY_FIRST') : undefined
}

function outcomeRefusal({ kind }: Partial<FollowUp>, outcome: FollowUpOutcome, concerns: unknown): Refusal | undefined {
  if (!outcomesOf(kind).includes(outcome)) return refuse('OUTCOME_OTHER_KIND', { possible: outcomesOf(kind) })
  return isToldInWords(outcome) && concerns === undefined ? refuse('CONCERNS_NEEDED') : undefined
}

/** Further services are spoken of only with a patient who agreed to hear of them, and never while a case is open. */
function interestRefusal(
  interest: unknown,
  outcome: FollowUpOutcome,
  { patient = [], openCases = [] }: RelatedRecords,
): Refusal | undefined {
  if (interest === undefined) return undefined
  const { contactConsent }: Partial<Patient> = patient[0] ?? {}
  if (contactConsent?.marketing?.status !== 'granted') return refuse('NO_MARKETING_CONSENT')
  const isOpen = openCases.some((each) => (each as Partial<Case>).isOpen === true)
  return isOpen || outcome === 'unsatisfied' || isToldInWords(outcome) ? refuse('INTEREST_IN_OPEN_CASE') : undefined
}

function consequences(
  { record, body, now, related }: Parameters<ActionRule['decide']>[0],
  { patientId, siteId, caseId, kind }: Partial<FollowUp>,
  outcome: FollowUpOutcome,
): Consequences {
  const matter: Partial<Case> & { id?: string } = related.matter?.[0] ?? {}
  if (outcome === 'unsatisfied' && caseId !== undefined && isOver(matter)) {
    const reason = String(body.concerns ?? `Not satisfied (${kind})`).slice(0, 1000)
    return {
      updates: [{ resource: 'cases', id: caseId, step: 'reopen-after-call', body: { reason, followUpId: record.id } }],
    }
  }
  if (outcome === 'complaint-raised') {
    const values = {
      siteId,
      patientId,
      type: 'complaint',
      channel: 'follow-up',
      receivedAt: now,
      summary: body.concerns,
      ...(caseId !== undefined && { originId: caseId }),
    }
    return { creates: [{ resource: 'cases', values, key: ['complaint'] }] }
  }
  if (outcome !== 'clinical-concern') return {}
  const to = { role: 'unit-manager', ...(siteId !== undefined && { siteId }) } as const
  const place = siteId === undefined ? {} : { siteId }
  const rule = 'clinical-concern' as const
  return { creates: [noticeOf({ rule, to, aboutId: record.id, ...place, urgency: 'urgent', key: [] })] }
}

/** Whether a case is over in a way that it can be opened again; one that goes on needs no reopening. */
const isOver = ({ status }: Partial<Case>): boolean => status === 'resolved' || status === 'closed'
