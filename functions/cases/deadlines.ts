import type { Context } from '#functions/platform/http/context.ts'
import type { TickContext, TickCounts } from '#functions/platform/jobs/tick.ts'
import { planCreate } from '#functions/platform/records/change.ts'
import { derivedId } from '#functions/platform/records/derivedId.ts'
import { saveFirst } from '#functions/platform/records/save.ts'
import { getRecords } from '#functions/platform/store/read.ts'
import { readSlice } from '#functions/platform/store/view.ts'
import { recordAs, type View } from '#shared/declaration/entity.ts'
import { Case } from '#shared/entities/case.ts'
import { Message } from '#shared/entities/message.ts'

/** Writes one alert for each acknowledgement and each answer that is overdue, and never a second one. */
export async function alertOverdue({ work }: TickContext): Promise<TickCounts> {
  const { at } = work.doing
  const late = await casesIn(work, Case.views.openByDue, [true], at)
  const fresh = await casesIn(work, Case.views.byStatus, ['received'])
  const unacknowledged = fresh.filter(
    ({ acknowledgeDueAt }) => acknowledgeDueAt !== undefined && acknowledgeDueAt <= at,
  )
  const unanswered = late.filter(({ status }) => status !== 'resolved')
  const due = [
    ...unanswered.map((each) => ({ of: each, what: 'response', dueAt: each.responseDueAt ?? at })),
    ...unacknowledged.map((each) => ({ of: each, what: 'acknowledgement', dueAt: each.acknowledgeDueAt ?? at })),
  ].map((each) => ({ ...each, id: derivedId(Message, each.of.id, each.what, each.dueAt) }))
  const written = await getRecords(due.map(({ id }) => id))
  const known = new Set(written.map(({ record }) => record.id))
  let alerts = 0
  for (const { of, what, id } of due) if (!known.has(id) && (await alert(work, of, what, id))) alerts++
  return { alerts }
}

async function casesIn(work: Context, view: View | undefined, values: readonly unknown[], to?: string): Promise<Case[]> {
  if (!view) throw new Error('Cases have no such view')
  const ids: string[] = []
  const slice = { of: Case, view, values, isDescending: false, ...(to && { to }) }
  for await (const { row } of readSlice(slice, { pageSize: 200, meter: work.meter })) ids.push(row.id)
  return (await getRecords(ids, work.meter)).map(({ record }) => recordAs(Case, record))
}

// An alert names its case by id and what is overdue by its subject; whoever owns the case is found when it is sent.
async function alert(work: Context, { id: aboutId, siteId }: Case, what: string, id: string): Promise<boolean> {
  const body = { kind: 'alert', channel: 'email', siteId, language: 'en', subject: what }
  return saveFirst(work, [await planCreate(work, Message, body, { id, facts: { aboutId }, isOwnOperation: true })])
}
