import type { RecordValues } from '#shared/declaration/entity.ts'
import { isOpen } from '#shared/declaration/lifecycle.ts'
import type { Case } from '#shared/entities/case.ts'
import { caseLife } from '#shared/entities/caseActions.ts'
import { refuse } from '#shared/refusals.ts'
import type { ActionRule, Rules } from '#shared/rules/decision.ts'
import { mergedDeletion } from '#shared/rules/merging/mergeRules.ts'
import { acknowledge } from './acknowledgement.ts'
import { alarm } from './alarms.ts'
import { assess } from './assessment.ts'
import { caseMerging } from './caseMerging.ts'
import { clockFacts, hasSameClocks } from './clockFacts.ts'
import { close } from './closing.ts'
import { extend } from './extension.ts'
import { legalRoute } from './legalRoute.ts'
import { directorInformed, markMajor } from './majorCase.ts'

const investigate: ActionRule = {
  decide: ({ record }) => {
    const { severity, demands }: Partial<Case> = record
    if (!severity) return refuse('SEVERITY_NEEDED')
    return demands?.length ? { changes: {} } : refuse('DEMANDS_NEEDED')
  },
}

// Offers do not exist yet as records of their own, so a written reason is the only way on.
const respond: ActionRule = {
  decide: ({ record, body }) => {
    const { severity, directorInformedAt }: Partial<Case> = record
    if (severity === 'major' && directorInformedAt === undefined) return refuse('DIRECTOR_FIRST')
    return body.noRemedyReason ? { changes: {} } : refuse('REMEDY_NEEDED')
  },
}

const reopen: ActionRule = {
  decide: ({ record }) => {
    const { reopenedCount = 0 }: Partial<Case> = record
    const undone = { resolvedAt: null, closedAt: null, patientDecision: null }
    // The director is told of a major case that begins again, too.
    const untold = { directorInformedAt: null, directorInformedBy: null }
    return { changes: { reopenedCount: reopenedCount + 1, ...undone, ...untold } }
  },
}

/** Every rule about cases. */
export const caseRules: Rules = {
  derivation: {
    links: ['siteId'],
    derive: (record, { siteId: site }, now, _actor, before): RecordValues => {
      const matter: Partial<Case> = record
      return {
        isOpen: isOpen(caseLife, record) ? true : undefined,
        severity: matter.severity ?? 'routine',
        level: matter.level ?? 1,
        ...(matter.disputedMinor !== undefined && !matter.currency && { currency: site?.currency }),
        ...(!(before && hasSameClocks(matter, before)) && clockFacts(matter, site, now)),
      }
    },
    check: (record, before) => (before && record.siteId !== before.siteId ? refuse('SITE_FIXED') : undefined),
  },
  deletion: mergedDeletion,
  actions: {
    acknowledge,
    investigate,
    assess,
    respond,
    close,
    reopen,
    'legal-route': legalRoute,
    ...caseMerging,
    'mark-major': markMajor,
    'director-informed': directorInformed,
    extend,
    alarm,
  },
}
