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
export async function alertOverdue({ context }: TickContext): Promise<TickCounts> {
  const { at: now } = context.origin
  const late = await casesIn(context, Case.views.openByDue, [true], now)
  const fresh = await casesIn(context, Case.views.byStatus, ['received'])
  const unacknowledged = fresh.filter(
    ({ acknowledgeDueAt }) => acknowledgeDueAt !== undefined && acknowledgeDueAt <= now,
  )
  const unanswered = late.filter(({ status }) => status !== 'resolved')
  const due = [
    ...unanswered.map((each) => ({ overdue: each, what: 'response', dueAt: each.responseDueAt ?? now })),
    ...unacknowledged.map((each) => ({ overdue: each, what: 'acknowledgement', dueAt: each.acknowledgeDueAt ?? now })),
  ].map((each) => ({ ...each, id: derivedId(Message, each.overdue.id, each.what, each.dueAt) }))
  const written = await getRecords(due.map(({ id }) => id))
  const known = new Set(written.map(({ record }) => record.id))
  let alerts = 0
  for (const { overdue, what, id } of due) if (!known.has(id) && (await alert(context, overdue, what, id))) alerts++
  return { alerts }
}

async function casesIn(
  context: Context,
  view: View | undefined,
  values: readonly unknown[],
  to?: string,
): Promise<Case[]> {
  if (!view) throw new Error('Cases have no such view')
  const ids: string[] = []
  const slice = { entity: Case, view, values, isDescending: false, ...(to && { to }) }
  for await (const { row } of readSlice(slice, { pageSize: 200, meter: context.meter })) ids.push(row.id)
  return (await getRecords(ids, context.meter)).map(({ record }) => recordAs(Case, record))
}

// An alert names its case by id and what is overdue by its subject; whoever owns the case is found when it is sent.
async function alert(context: Context, { id: aboutId, siteId }: Case, what: string, id: string): Promise<boolean> {
  const body = { kind: 'alert', channel: 'email', siteId, language: 'en', subject: what }
  return saveFirst(context, [
    await planCreate(context, Message, body, { id, facts: { aboutId }, isOwnOperation: true }),
  ])
}
