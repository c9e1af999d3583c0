import { log } from '#functions/platform/aws/log.ts'
import type { Context } from '#functions/platform/http/context.ts'
import type { TickContext, TickCounts } from '#functions/platform/jobs/tick.ts'
import { planCreate, planned } from '#functions/platform/records/change.ts'
import { derivedId } from '#functions/platform/records/ids.ts'
import { saveFirst } from '#functions/platform/records/save.ts'
import type { Change } from '#functions/platform/store/commit.ts'
import { getRecord } from '#functions/platform/store/read.ts'
import { dueIds } from '#functions/platform/store/readIndex.ts'
import { Case } from '#shared/entities/case.ts'
import { Message } from '#shared/entities/message.ts'
import { type LimitName, overdueLimits } from '#shared/rules/cases/overdue.ts'
import { inPool } from '#shared/values/inPool.ts'

/** Writes one alert for each acknowledgement and each answer that is overdue, and never a second one. */
export async function alertOverdue({ context }: TickContext): Promise<TickCounts> {
  const { at: now } = context.origin
  const counts = { alerts: 0, failed: 0 }
  const run = async (id: string) => {
    try {
      const alerts = await alertCase(context, id)
      counts.alerts += alerts
    } catch (error) {
      // One that fails must not keep the others waiting.
      counts.failed++
      log({ at: now, case: id, error: error instanceof Error ? error.name : 'unknown' })
    }
  }
  let together: string[] = []
  for await (const id of dueIds('deadlines', now, context.meter)) {
    together.push(id)
    if (together.length < casesTogether) continue
    await inPool(together, casesTogether, run)
    together = []
  }
  await inPool(together, casesTogether, run)
  return counts
}

/** Cases that are dealt with at the same time. */
const casesTogether = 16

// The alerts and the note on the case that they were written are one transaction.
async function alertCase(context: Context, id: string): Promise<number> {
  const stored = await getRecord(Case, id, { consistent: true })
  if (!stored || stored.record.deletedAt !== undefined) return 0
  const limits = overdueLimits(stored.record, context.origin.at)
  const alerts: Change[] = []
  for (const limit of limits) {
    const alert = await newAlert(context, stored.record, limit.name, limit.dueAt)
    if (alert) alerts.push(alert)
  }
  const noted = Object.fromEntries(limits.map(({ alertFor, dueAt }) => [alertFor, dueAt]))
  // Also without an alert the case says when it is due next.
  const change = await planned(context, Case, stored, noted, 'alert')
  const isSaved = await saveFirst(context, [...alerts, ...(change ? [change] : [])])
  return isSaved ? alerts.length : 0
}

// An alert names its case by id and what is overdue by its subject; its reader is looked up when it is sent.
async function newAlert(
  context: Context,
  { id: aboutId, siteId }: Case,
  name: LimitName,
  dueAt: string,
): Promise<Change | undefined> {
  const id = derivedId(Message, aboutId, name, dueAt)
  if (await getRecord(Message, id, { consistent: true })) return undefined
  const body = { kind: 'alert', channel: 'email', siteId, language: 'en', subject: name }
  return planCreate(context, Message, body, { id, facts: { aboutId }, isOwnOperation: true })
}
