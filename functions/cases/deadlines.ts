import type { Context } from '#functions/platform/http/context.ts'
import type { TickContext, TickCounts } from '#functions/platform/jobs/tick.ts'
import { planCreate } from '#functions/platform/records/change.ts'
import { derivedId } from '#functions/platform/records/ids.ts'
import { saveFirst } from '#functions/platform/records/save.ts'
import { getRecords } from '#functions/platform/store/read.ts'
import { viewRows } from '#functions/platform/store/readView.ts'
import { Case } from '#shared/entities/case.ts'
import { Message } from '#shared/entities/message.ts'

/** A case whose limit has passed without an acknowledgement or without an answer. */
interface OverdueCase {
  readonly record: Case
  readonly what: 'acknowledgement' | 'response'
  readonly dueAt: string
}

/** Writes one alert for each acknowledgement and each answer that is overdue, and never a second one. */
export async function alertOverdue({ context }: TickContext): Promise<TickCounts> {
  const { at: now } = context.origin
  const answers = (await casesIn(context, 'openByDue', true, now))
    .filter(({ status }) => status !== 'resolved')
    .map((record): OverdueCase => ({ record, what: 'response', dueAt: record.responseDueAt ?? now }))
  const acknowledgements = (await casesIn(context, 'byStatus', 'received')).flatMap((record): OverdueCase[] => {
    const { acknowledgeDueAt: dueAt } = record
    return dueAt !== undefined && dueAt <= now ? [{ record, what: 'acknowledgement', dueAt }] : []
  })
  const alerts = [...answers, ...acknowledgements].map(({ record, what, dueAt }) => ({
    record,
    what,
    id: derivedId(Message, record.id, what, dueAt),
  }))
  const earlier = await getRecords(
    Message,
    alerts.map(({ id }) => id),
  )
  const ids = new Set(earlier.map(({ record }) => record.id))
  let count = 0
  for (const { record, what, id } of alerts) if (!ids.has(id) && (await alert(context, record, what, id))) count++
  return { alerts: count }
}

async function casesIn({ meter }: Context, view: string, value: unknown, to?: string): Promise<Case[]> {
  const ids = (await viewRows(Case, view, [value], { meter, to })).map(({ id }) => id)
  return (await getRecords(Case, ids, { meter })).map(({ record }) => record)
}

// An alert names its case by id and what is overdue by its subject; its reader is looked up when it is sent.
async function alert(context: Context, { id: aboutId, siteId }: Case, what: string, id: string): Promise<boolean> {
  const body = { kind: 'alert', channel: 'email', siteId, language: 'en', subject: what }
  return saveFirst(context, [
    await planCreate(context, Message, body, { id, facts: { aboutId }, isOwnOperation: true }),
  ])
}
