import type { RecordValues } from '#shared/declaration/entity.ts'
import { isOpen } from '#shared/declaration/lifecycle.ts'
import type { Case } from '#shared/entities/case.ts'
import { caseLife } from '#shared/entities/caseActions.ts'
import { refuse } from '#shared/refusals.ts'
import type { ActionRule, Rules } from '#shared/rules/decision.ts'
import { mergedDeletion } from '#shared/rules/merging/mergeRules.ts'
import { acknowledge } from './acknowledgement.ts'
import { alarm } from './alarms.ts'
import { resolve, respond } from './answering.ts'
import { assess } from './assessment.ts'
import { caseMerging } from './caseMerging.ts'
import { clockFacts, hasSameClocks } from './clockFacts.ts'
import { close } from './closing.ts'
import { count } from './counting.ts'
import { extend } from './extension.ts'
import { answerHelp, callForHelp } from './help.ts'
import { legalRoute } from './legalRoute.ts'
import { directorInformed, markMajor } from './majorCase.ts'
import { reopen } from './reopening.ts'
import { mainSubjectOf, severityRefusal, specialReportOf } from './severity.ts'

const investigate: ActionRule = {
  decide: ({ record }) => {
    const { severity, demands }: Partial<Case> = record
    if (!severity) return refuse('SEVERITY_NEEDED')
    return demands?.length ? { changes: {} } : refuse('DEMANDS_NEEDED')
  },
}

/** Its owner left the hospital: somebody else has to take it. */
const releaseOwner: ActionRule = { decide: () => ({ changes: { ownerId: null } }) }

/** A boundary was set; the case shows the newest one, whose values are in the form of the step. */
const noteConduct: ActionRule = {
  decide: ({ record, body }) => {
    const { conduct, conductSetAt = '' }: Partial<Case> = record
    // An older conversation that is logged later does not take the place of a newer one.
    return { changes: conductSetAt > String(body.conductSetAt) ? { conduct, conductSetAt } : {} }
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
        ...((matter.disputedMinor ?? matter.concededMinor) !== undefined &&
          !matter.currency && { currency: site?.currency }),
        mainSubject: mainSubjectOf(matter),
        ...(!(before && hasSameClocks(matter, before)) && clockFacts(matter, site, now)),
      }
    },
    check: (record, before) =>
      before && record.siteId !== before.siteId ? refuse('SITE_FIXED') : severityRefusal(record, before),
    follow: specialReportOf,
  },
  deletion: mergedDeletion,
  actions: {
    acknowledge,
    investigate,
    assess,
    respond,
    resolve,
    close,
    reopen,
    'reopen-after-call': reopen,
    count,
    'call-for-help': callForHelp,
    'answer-help': answerHelp,
    'release-owner': releaseOwner,
    'note-conduct': noteConduct,
    'legal-route': legalRoute,
    ...caseMerging,
    'mark-major': markMajor,
    'director-informed': directorInformed,
    extend,
    alarm,
  },
}
