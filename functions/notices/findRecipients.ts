import { type Context, product, referenced } from '#functions/platform/http/context.ts'
import { askIds } from '#functions/platform/projection/ask.ts'
import { planCreate, planned } from '#functions/platform/records/change.ts'
import { derivedId } from '#functions/platform/records/ids.ts'
import { saveMany } from '#functions/platform/records/saveMany.ts'
import type { Change } from '#functions/platform/store/commit.ts'
import type { StoredRecord } from '#functions/platform/store/item.ts'
import { getAnyRecord, getByUnique, getRecords, noteDamaged } from '#functions/platform/store/read.ts'
import { conditionOf } from '#shared/api/condition.ts'
import type { RecordValues } from '#shared/declaration/entity.ts'
import { entityOfId } from '#shared/entities/index.ts'
import { Notice } from '#shared/entities/notice.ts'
import { Site } from '#shared/entities/site.ts'
import { User } from '#shared/entities/user.ts'
import { minutesAfter, nobodyMinutes } from '#shared/rules/notices/mailTime.ts'
import { type Addressee, addresseeOf } from '#shared/rules/notices/notice.ts'
import { levels, recipientsOf } from '#shared/rules/notices/recipients.ts'
import type { Workplace } from '#shared/rules/users/presence.ts'

/**
 * Finds the persons whom a notice is for. The first keeps the record, each further one gets a copy of it whose id
 * follows from the notice and the person, so that finding them again makes no second one. The record is written last:
 * after a crash in between it is still without its person, and everything is found again. Whoever was told the same by
 * the same decision, for another addressee, is not told twice. Throws the 412 or 422 of another worker's faster write.
 */
export async function findRecipients(context: Context, stored: StoredRecord<Notice>): Promise<void> {
  const { record: notice } = stored
  const { at: now } = context.origin
  const to = addresseeOf(notice)
  const users = await usersFor(context, to)
  const persons = recipientsOf(to, { users, site: await workplaceOf(context, notice), now })
  if (persons.length === 0) return change(context, stored, { nextAt: minutesAfter(now, nobodyMinutes) }, 'wait')
  const [first, ...others] = await untold(notice, persons)
  if (!first) return change(context, stored, { mailState: 'none', nextAt: null }, 'drop')
  const parameters = { ...(await numberOf(context, notice.aboutId)), ...notice.parameters }
  const copies: Change[] = []
  for (const { id } of others) copies.push(await copyFor(context, { ...notice, parameters }, id))
  return change(context, stored, { userId: first.id, parameters, nextAt: now }, 'address', copies)
}

async function change(
  context: Context,
  stored: StoredRecord<Notice>,
  changes: RecordValues,
  action: string,
  copies: readonly Change[] = [],
): Promise<void> {
  const own = await planned(context, Notice, stored, changes, action)
  await saveMany(context, own ? [...copies, own] : copies)
}

/** Those of some persons who have not got the notice, by a copy made before a crash or for another addressee. */
async function untold({ rule, aboutId, createdAt }: Notice, persons: readonly User[]): Promise<User[]> {
  const found: User[] = []
  for (const person of persons)
    if (!(await getByUnique(Notice, oneNotice, [person.id, rule, aboutId, createdAt]))) found.push(person)
  return found
}

const [oneNotice = []] = Notice.unique ?? []

/** Where a notice belongs: its site, or any zone where it has none. */
async function workplaceOf(context: Context, { siteId }: Pick<Notice, 'siteId'>): Promise<Workplace> {
  const site = (await referenced(context, Site, siteId ?? ''))?.record
  return site ?? { timeZone: 'UTC' }
}

function copyFor(context: Context, notice: Notice, userId: string): Promise<Change> {
  const id = derivedId(Notice, notice.id, userId)
  const names = Object.keys(Notice.fields) as (keyof typeof Notice.fields)[]
  const fields = Object.fromEntries(
    names.map((name) => [name, notice[name]]).filter(([, value]) => value !== undefined),
  )
  const { createdAt, mailState } = notice
  const facts = { userId, createdAt, ...(mailState === 'none' && { mailState }) }
  return planCreate(context, Notice, fields, { id, facts, isOwnOperation: true })
}

// Whoever may be told: the person meant, those of the role and of the levels above it, and their deputies.
async function usersFor(context: Context, to: Addressee): Promise<User[]> {
  const roles = [...new Set(['role' in to ? to.role : [], levels].flat())]
  const conditions = [conditionOf(User, 'roles_eq_any', roles), conditionOf(User, 'isActive', true)]
  const users = new Map<string, User>()
  let ids = [...(await askIds(User, { conditions }, { actor: product })), ...('userId' in to ? [to.userId] : [])]
  while (ids.length > 0) {
    const records = await getRecords(User, ids, { meter: context.meter, consistent: true, onDamaged: noteDamaged })
    for (const { record } of records) users.set(record.id, record)
    ids = records.flatMap(({ record }) => record.deputyId ?? []).filter((id) => !users.has(id))
  }
  return [...users.values()]
}

/** The number by which people know the record that a notice is about, where it has one. */
async function numberOf({ meter }: Context, aboutId: string): Promise<Record<string, string>> {
  const fact = entityOfId(aboutId)?.sequence?.fact
  const number = fact && (await getAnyRecord(aboutId, { meter, consistent: true }))?.record[fact]
  return typeof number === 'string' ? { number } : {}
}
