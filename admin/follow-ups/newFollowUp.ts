import type { RecordValues } from '#shared/declaration/entity.ts'

const dayMs = 86_400_000

/** What the form of a new follow-up begins with, as the state of its address: due from now on, for three days. */
export function newFollowUp(values: RecordValues, nowMs = Date.now()) {
  const dueFrom = new Date(nowMs).toISOString()
  const dueTo = new Date(nowMs + 3 * dayMs).toISOString()
  return { record: { kind: 'routine-call', dueFrom, dueTo, ...values } }
}
