import type { AnyRecord } from '#shared/declaration/entity.ts'
import type { CasePromise } from '#shared/entities/promise.ts'
import { type Refusal, refuse } from '#shared/refusals.ts'
import { siteCalendar } from '#shared/rules/cases/clockProfile.ts'
import type { Consequences, Links, Rules } from '#shared/rules/decision.ts'
import { alarm, nextAlarmAt } from './promiseAlarms.ts'
import { dueAtRefusal } from './promisedDueAt.ts'
import { renegotiate } from './renegotiation.ts'

/** What the time of the next alarm follows from. */
const alarmFields = ['status', 'alarmsGiven', 'alarmAt'] as const

/** Every rule about promises. */
export const promiseRules: Rules = {
  derivation: {
    links: ['siteId', 'caseId', 'interactionId'],
    derive: (record, { siteId: site, caseId: matter }, _now, actor, before) => {
      const isSame = before !== undefined && alarmFields.every((name) => record[name] === before[name])
      return {
        serviceLine: matter ? matter.serviceLine : record.serviceLine,
        madeBy: record.madeBy ?? actor.userId,
        ...(!isSame && { alarmAt: nextAlarmAt(record, siteCalendar(site)) }),
      }
    },
    check: (record, before, _actor, links) => (before ? undefined : refusalOf(record, links)),
    follow: countedBy,
  },
  actions: {
    keep: { decide: ({ record, now }) => ({ changes: { isKeptInTime: now <= dueAtOf(record) } }) },
    break: { decide: () => ({ changes: { isKeptInTime: false } }) },
    renegotiate,
    'release-owner': { decide: () => ({ changes: { ownerId: null } }) },
    alarm,
  },
}

const dueAtOf = ({ dueAt = '' }: Partial<CasePromise>): string => dueAt

function refusalOf(record: AnyRecord, { interactionId: interaction }: Links): Refusal | undefined {
  const { createdAt = '', patientId }: Partial<CasePromise> = record
  const isOther = interaction !== undefined && interaction.patientId !== patientId
  return isOther ? refuse('PROMISE_OTHER_CONTACT') : dueAtRefusal(dueAtOf(record), createdAt)
}

/** The case counts its open promises, so that it is not closed above one. */
function countedBy(after: AnyRecord, before: AnyRecord | undefined): Consequences {
  const { caseId: id, renegotiatedFromId }: Partial<CasePromise> = after
  // A promise that took the place of another one is counted from the beginning.
  const countedBefore = before ? countOf(before) : renegotiatedFromId === undefined ? 0 : 1
  const openPromisesBy = countOf(after) - countedBefore
  if (id === undefined || openPromisesBy === 0) return {}
  return { updates: [{ resource: 'cases', id, step: 'count', body: { openPromisesBy } }] }
}

// One for which another time was agreed leaves its count to the promise that took its place.
function countOf({ status, deletedAt }: Partial<CasePromise>): number {
  return (status === 'open' || status === 'renegotiated') && deletedAt === undefined ? 1 : 0
}
