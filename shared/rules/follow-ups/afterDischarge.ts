import type { AnyRecord } from '#shared/declaration/entity.ts'
import type { Encounter } from '#shared/entities/encounter.ts'
import type { Consequences, Rules } from '#shared/rules/decision.ts'
import { callWindow } from './callWindow.ts'
import { startOf } from './contactDays.ts'

const isWanted = (encounter: (AnyRecord & Partial<Encounter>) | undefined): boolean =>
  encounter?.isPostOpCallWanted === true && encounter.dischargedOn !== undefined && encounter.deletedAt === undefined

/**
 * A patient who went home after an operation is called, where the visit says so, once. A history that is imported plans no
 * call whose window is over.
 */
function callAfterDischarge(
  after: AnyRecord,
  before: AnyRecord | undefined,
  now: string,
  site: AnyRecord | undefined,
): Consequences {
  const encounter: AnyRecord & Partial<Encounter> = after
  if (!isWanted(encounter) || isWanted(before)) return {}
  const { patientId, dischargedOn = '' } = encounter
  const { dueFrom, dueTo } = callWindow(site, startOf(site, dischargedOn))
  if (dueTo <= now) return {}
  const values = { patientId, encounterId: encounter.id, kind: 'post-op-call', dueFrom, dueTo }
  return { creates: [{ resource: 'follow-ups', values, key: ['post-op-call'] }] }
}

/** What follows from a visit. */
export const encounterRules: Rules = {
  derivation: {
    links: ['siteId'],
    derive: () => ({}),
    follow: (after, before, now, _actor, { siteId: site }) => callAfterDischarge(after, before, now, site),
  },
  actions: {},
}
