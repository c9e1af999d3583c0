import type { RecordValues } from '#shared/declaration/entity.ts'
import { isOpen } from '#shared/declaration/lifecycle.ts'
import { type Case, caseLife } from '#shared/entities/case.ts'
import { refuse } from '#shared/refusals.ts'
import type { ActionRule, Rules } from '#shared/rules/decision.ts'
import { assess } from './assessment.ts'
import { clocksOf } from './caseClocks.ts'
import { nextAlertAt } from './overdue.ts'

const acknowledge: ActionRule = { decide: ({ body }) => ({ changes: { acknowledgedHow: body.how } }) }

const investigate: ActionRule = {
  decide: ({ record }) => {
    const { severity, demands }: Partial<Case> = record
    if (!severity) return refuse('SEVERITY_NEEDED')
    return demands?.length ? { changes: {} } : refuse('DEMANDS_NEEDED')
  },
}

// Offers do not exist yet as records of their own, so a written reason is the only way on.
const respond: ActionRule = {
  decide: ({ body }) => (body.noRemedyReason ? { changes: {} } : refuse('REMEDY_NEEDED')),
}

/** A pause that ends adds its minutes; awaiting the patient is the only state that stops the response clock. */
const endPause: ActionRule = {
  decide: ({ record, now }) => {
    const { pausedAt, pausedMinutes = 0 }: Partial<Case> = record
    if (!pausedAt) return { changes: {} }
    const minutes = Math.max(0, Math.round((Date.parse(now) - Date.parse(pausedAt)) / 60_000))
    return { changes: { pausedAt: null, pausedMinutes: pausedMinutes + minutes } }
  },
}

const reopen: ActionRule = {
  decide: ({ record }) => {
    const { reopenedCount = 0 }: Partial<Case> = record
    return { changes: { reopenedCount: reopenedCount + 1, resolvedAt: null, closedAt: null, patientDecision: null } }
  },
}

const markMajor: ActionRule = {
  decide: ({ record, body }) => {
    const { severity, majorReasons }: Partial<Case> = record
    if (severity === 'major' && majorReasons?.length) return refuse('ALREADY_MAJOR')
    return { changes: { severity: 'major', majorReasons: body.reasons } }
  },
}

/** Every rule about cases. */
export const caseRules: Rules = {
  derivation: {
    links: ['siteId'],
    derive: (record, { siteId: site }): RecordValues => {
      const matter: Partial<Case> = record
      const derived: RecordValues = {
        isOpen: isOpen(caseLife, record) ? true : undefined,
        severity: matter.severity ?? 'routine',
        level: matter.level ?? 1,
        ...(matter.disputedMinor !== undefined && !matter.currency && { currency: site?.currency }),
        ...clocksOf(matter, site),
      }
      return { ...derived, dueAt: nextAlertAt({ ...record, ...derived }) }
    },
    check: (record, before) => (before && record.siteId !== before.siteId ? refuse('SITE_FIXED') : undefined),
  },
  actions: {
    acknowledge,
    investigate,
    assess,
    respond,
    resume: endPause,
    resolve: endPause,
    reopen,
    'mark-major': markMajor,
  },
}
