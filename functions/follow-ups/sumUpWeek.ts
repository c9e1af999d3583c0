import { type Context, product, referenced } from '#functions/platform/http/context.ts'
import { planStep } from '#functions/platform/records/planStep.ts'
import { save, saveFirst } from '#functions/platform/records/save.ts'
import { getRecord } from '#functions/platform/store/read.ts'
import { CallList } from '#shared/entities/callList.ts'
import { Site } from '#shared/entities/site.ts'
import { contactDay, dayAfter, dayAt } from '#shared/rules/follow-ups/contactDays.ts'
import { totalOf } from '#shared/rules/follow-ups/weekSummary.ts'
import { mondayOf, weekOf } from '#shared/rules/follow-ups/weeks.ts'
import { callListOf } from './callListOf.ts'
import { weekFigures } from './weekFigures.ts'

/** Has the list of the next Monday wait for the summary of this week. */
export async function awaitSummary(context: Context, site: Site): Promise<void> {
  const monday = dayAfter(mondayOf(dayAt(site, context.origin.at)), 7)
  const list = await callListOf(context, site.id, monday)
  if (list.record.summaryAt !== undefined || list.record.summarisedAt !== undefined) return
  const values = { summaryAt: contactDay(site, monday).fromAt }
  const step = { name: 'await-summary', values, isConsequence: true } as const
  await saveFirst(context, await planStep(context, CallList, list, step))
}

/** Tells the unit manager on a Monday what the week before came to, once, and has the next Monday wait; whether it did. */
export async function sumUpWeek(context: Context, listId: string): Promise<boolean> {
  const stored = await getRecord(CallList, listId, { meter: context.meter, consistent: true })
  const { summaryAt, siteId = '', listOn = '' }: Partial<CallList> = stored?.record ?? {}
  if (!stored || summaryAt === undefined || summaryAt > context.origin.at) return false
  const site = (await referenced(context, Site, siteId))?.record
  if (!site) return false
  const monday = dayAfter(mondayOf(listOn), -7)
  const { planned, done, inWindow, concerns } = totalOf(await weekFigures(site, monday, { actor: product }))
  const values = { week: weekOf(monday), planned, done, inWindow, concerns }
  const step = { name: 'summarise', values, isConsequence: true } as const
  await save(context, await planStep(context, CallList, stored, step))
  await awaitSummary(context, site)
  return true
}
