import { afterEach } from 'vitest'
import { sweep } from '#functions/lambdas/events.ts'
import { handler } from '#functions/lambdas/schedules.ts'
import { contextFor, product } from '#functions/platform/http/context.ts'
import { askIds } from '#functions/platform/projection/ask.ts'
import { planCreate, planned } from '#functions/platform/records/change.ts'
import { derivedId } from '#functions/platform/records/ids.ts'
import { save } from '#functions/platform/records/save.ts'
import { getRecord, getRecords } from '#functions/platform/store/read.ts'
import { conditionOf } from '#shared/api/condition.ts'
import { Notice } from '#shared/entities/notice.ts'
import { User } from '#shared/entities/user.ts'
import { type NoticeDraft, noticeOf } from '#shared/rules/notices/notice.ts'
import { postOffice } from '#test/functions/surveys/scene.ts'
import { as } from '#test/support/call.ts'
import { useTable } from '#test/support/table.ts'

/** An instant so many minutes from now. */
export const minutesFromNow = (minutes: number) => new Date(Date.now() + minutes * 60_000).toISOString()

/** A table, a mail service, and an officer who is back at the desk with an empty inbox after each test. */
export function useNotices() {
  const world = useTable()
  const post = postOffice()
  afterEach(async () => {
    post.refuse(undefined)
    const { officer } = world().userIds
    const clear = { awayFrom: null, awayTo: null, deputyId: null, noticeMail: null, noticeHours: null, language: null }
    await change(officer, { ...clear, isActive: true })
    // What a test left behind is done with before the next one counts.
    for (let round = 0; round < 2; round++) await sweep()
    for (const { id, readAt } of await noticesOf(officer))
      if (!readAt) await as('officer')(`POST /api/notices/${id}/actions/mark-read`, {})
    post.mails.length = 0
  })
  return {
    world,
    post,
    mailsTo: (person: string) => post.mails.filter(({ to }) => to === `${person}@redress.test`),
    runTick: (minutes: number) => handler({ tick: 'notices', at: minutesFromNow(minutes) }),
    owner: () => ({ userId: world().userIds.officer }),
    leads: () => ({ role: 'unit-manager', siteId: world().siteId }) as const,
  }
}

/** The event of a new notice. */
export const created = (id: string) => ({
  eventId: `${id}#1`,
  resource: 'notices',
  id,
  version: 1,
  action: 'create',
  changed: [],
  at: new Date().toISOString(),
  actorId: product.userId,
})

let count = 0

/** Writes a notice as a decision does, and gives its id; the record it is about need not exist. */
export async function tell(
  draft: Partial<NoticeDraft> & Pick<NoticeDraft, 'to'>,
  now?: string,
  { id = derivedId(Notice, String(count++)), facts = {} }: { id?: string; facts?: Record<string, unknown> } = {},
): Promise<string> {
  const aboutId = 'case_01ARZ3NDEKTSV4RRFFQ69G5FAV'
  const whole = {
    rule: 'response-overdue',
    aboutId,
    parameters: { number: 'C-2026-000123' },
    key: [],
    ...draft,
  } as const
  const context = contextFor(product, 'demo', now ?? new Date().toISOString(), 'tell')
  await save(context, [await planCreate(context, Notice, noticeOf(whole).values, { id, facts, isOwnOperation: true })])
  return id
}

/** A notice as it stands. */
export async function notice(id: string): Promise<Notice> {
  const stored = await getRecord(Notice, id, { consistent: true })
  if (!stored) throw new Error('No such notice')
  return stored.record
}

/** Every notice of a person. */
export async function noticesOf(userId: string): Promise<Notice[]> {
  const ids = await askIds(Notice, { conditions: [conditionOf(Notice, 'userId', userId)] }, { actor: product })
  return (await getRecords(Notice, ids)).map(({ record }) => record)
}

/** Changes whether a person is active as a restored table would have it, without asking who is left. */
export async function setActive(userId: string, isActive: boolean): Promise<void> {
  const before = await getRecord(User, userId, { consistent: true })
  const context = contextFor(product, 'demo', new Date().toISOString(), 'change')
  const after = before && { ...before.record, isActive }
  if (after) await save(context, [{ entity: User, before, after, action: 'update' }])
}

/** Changes a person as an administrator would; `null` clears. */
export async function change(userId: string, changes: Record<string, unknown>): Promise<void> {
  const stored = await getRecord(User, userId, { consistent: true })
  const context = contextFor(product, 'demo', new Date().toISOString(), 'change')
  const change = stored && (await planned(context, User, stored, changes, 'update'))
  if (change) await save(context, [change])
}
