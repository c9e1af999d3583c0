import type { Case } from '#shared/entities/case.ts'
import { refuse } from '#shared/refusals.ts'
import type { ActionRule } from '#shared/rules/decision.ts'
import { majorAlarm } from './alarms.ts'

/** A case becomes a major one once; the director is told in the same moment, and a clock runs until somebody confirms it. */
export const markMajor: ActionRule = {
  needs: { site: { one: 'sites', id: ({ siteId }) => siteId } },
  decide: ({ record, body, related, now }) => {
    const matter: Partial<Case> = record
    const changes = { severity: 'major', majorReasons: body.reasons }
    if (matter.severity === 'major') return matter.majorReasons?.length ? refuse('ALREADY_MAJOR') : { changes }
    const { clock, creates } = majorAlarm(matter, related.site?.[0], now)
    return { changes: { ...changes, clocks: [...(matter.clocks ?? []), clock] }, creates }
  },
}

/** A lead confirms that the director knows of a major case, which ends its clock. */
export const directorInformed: ActionRule = {
  decide: ({ record }) => {
    const { severity, directorInformedAt }: Partial<Case> = record
    if (severity !== 'major') return refuse('NOT_MAJOR')
    return directorInformedAt === undefined ? { changes: {} } : refuse('DIRECTOR_KNOWS')
  },
}
