import { type Context, contextFor, product } from '#functions/platform/http/context.ts'
import { eachByItself } from '#functions/platform/jobs/eachByItself.ts'
import { askIds } from '#functions/platform/projection/ask.ts'
import { withConsequences } from '#functions/platform/records/consequences.ts'
import { planStep } from '#functions/platform/records/planStep.ts'
import { retryOnConflict } from '#functions/platform/records/retryOnConflict.ts'
import { save } from '#functions/platform/records/save.ts'
import type { Event } from '#functions/platform/store/outbox.ts'
import { getAnyRecord, getRecord, getRecords } from '#functions/platform/store/read.ts'
import { conditionOf } from '#shared/api/condition.ts'
import type { Entity } from '#shared/declaration/entity.ts'
import { isOpen } from '#shared/declaration/lifecycle.ts'
import { Case } from '#shared/entities/case.ts'
import { FollowUp } from '#shared/entities/followUp.ts'
import { CasePromise } from '#shared/entities/promise.ts'
import { User } from '#shared/entities/user.ts'
import { refuse } from '#shared/refusals.ts'
import { noticeOf } from '#shared/rules/notices/notice.ts'
import { isEmployed } from '#shared/rules/users/presence.ts'

/** What waits for a person, and the field that names who. */
const owned: readonly (readonly [entity: Entity, field: string])[] = [
  [Case, 'ownerId'],
  [CasePromise, 'ownerId'],
  [FollowUp, 'assigneeId'],
]

/** A record that waits for a person who left. */
interface LeftWork {
  readonly entity: Entity
  readonly field: string
  readonly id: string
  readonly siteId: string
}

/**
 * Takes the name of a person who left off the open cases, promises and calls that wait for them, and tells the unit manager
 * of each site how many there are. Managers are told before anything is released, so that a repetition after a crash does
 * not count less; it tells nobody twice and releases what is left.
 */
export async function releaseWork({ id: userId, eventId }: Event): Promise<void> {
  const user = (await getRecord(User, userId, { consistent: true }))?.record
  if (!user || isEmployed(user)) return
  const context = contextFor(product, 'event', new Date().toISOString(), eventId)
  const left = await leftWorkOf(context, userId)
  if (left.length === 0) return
  await tellManagers(context, userId, eventId, left)
  await eachByItself(left, (work) => release(context, userId, work))
}

async function leftWorkOf({ meter }: Context, userId: string): Promise<LeftWork[]> {
  const found: LeftWork[] = []
  for (const [entity, field] of owned) {
    const ids = await askIds(entity, { conditions: [conditionOf(entity, field, userId)] }, { actor: product })
    const records = (await getRecords(entity, ids, { meter, consistent: true })).map(({ record }) => record)
    const open = records.filter((record) => isWaitingFor(userId, entity, field, record))
    found.push(...open.map(({ id, siteId }) => ({ entity, field, id, siteId: String(siteId) })))
  }
  return found
}

const isWaitingFor = (
  userId: string,
  { lifecycle }: Entity,
  field: string,
  record: Readonly<Record<string, unknown>>,
) => record[field] === userId && record.deletedAt === undefined && lifecycle !== undefined && isOpen(lifecycle, record)

async function tellManagers(context: Context, userId: string, eventId: string, left: readonly LeftWork[]) {
  const creates = [...new Set(left.map(({ siteId }) => siteId))].map((siteId) => {
    const count = left.filter((work) => work.siteId === siteId).length
    const about = { aboutId: userId, parameters: { count }, key: [eventId] }
    return noticeOf({ rule: 'work-without-owner', to: { role: 'unit-manager', siteId }, ...about })
  })
  const tell = async () => {
    const notices = await withConsequences(context, undefined, { creates }, [userId])
    if (notices.length > 0) await save(context, notices)
  }
  await retryOnConflict(tell, { busy: refuse('STORE_BUSY') })
}

/** Takes the name off a record, unless somebody else has it by now. */
const release = (context: Context, userId: string, { entity, field, id }: LeftWork): Promise<void> =>
  retryOnConflict(
    async () => {
      const own = { ...context, references: new Map() }
      const stored = await getAnyRecord(id, { meter: context.meter, consistent: true })
      if (!stored || !isWaitingFor(userId, entity, field, stored.record)) return
      await save(own, await planStep(own, entity, stored, { name: 'release-owner', values: {}, isConsequence: true }))
    },
    { busy: refuse('STORE_BUSY') },
  )
