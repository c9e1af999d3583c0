import * as z from 'zod'
import type { Operation, Request } from '#functions/platform/http/operation.ts'
import { pageReply } from '#functions/platform/routes/crud.ts'
import type { Key } from '#functions/platform/store/keys.ts'
import { statisticsPartition } from '#functions/platform/store/keys.ts'
import { getRecord, queryPartition } from '#functions/platform/store/read.ts'
import { readJson } from '#shared/api/readJson.ts'
import { isGlobal } from '#shared/declaration/access.ts'
import { recordAs } from '#shared/declaration/entity.ts'
import { malformed, notFound } from '#shared/declaration/problem.ts'
import { Site } from '#shared/entities/site.ts'
import { Survey } from '#shared/entities/survey.ts'
import { type Cell, dimensions } from '#shared/rules/surveys/cells.ts'
import { daysAfter } from '#shared/rules/surveys/invitations.ts'
import { tableOf } from '#shared/rules/surveys/resultsTable.ts'

const filter = z.strictObject({
  surveyId: z.string().max(60),
  period: z.string().regex(/^\d{4}(-(0[1-9]|1[0-2]))?$/, 'a month such as 2026-11, or a year'),
  by: z.enum(dimensions).optional(),
  metricKey: z.string().max(40).optional(),
})

/**
 * Figures per question and cell of a month or a year, derived from summed histograms; only of the caller's sites. They
 * are not adjusted for the mix of patients. `isOpen` says that links of the period can still be answered.
 */
export const surveyStatistics: Operation = async (request) => {
  const { surveyId, period, by = 'all', metricKey } = filterOf(request)
  const stored = surveyId.startsWith(`${Survey.prefix}_`) ? await getRecord(surveyId) : undefined
  if (!stored) throw notFound('There is no such survey.')
  const survey = recordAs(Survey, stored.record)
  const months =
    period.length === 7
      ? [period]
      : Array.from({ length: 12 }, (_, index) => `${period}-${String(index + 1).padStart(2, '0')}`)
  const cells = (await Promise.all(months.map((month) => cellsOfMonth(request, surveyId, month)))).flat()
  const questions = survey.questions.filter((each) => metricKey === undefined || each.metricKey === metricKey)
  const labels = by === 'site' ? await siteNames(cells) : undefined
  const table = tableOf(questions, cells, by, `${surveyId}|${period}`, (value) => labels?.get(value) ?? value)
  const isOpen = daysAfter(lastDayOf(months), survey.linkDays + 1) > request.context.origin.at
  const rows = table.map((row) => ({ ...row, isOpen }))
  const plan = `view=statistics;read=${request.context.meter.read};budget=ok`
  return pageReply({ resource: 'survey-stats' }, { rows, offset: 0, total: rows.length, isExact: true, plan })
}

// A list request of the panel also sends a range and a sort; a table has one order and comes whole.
const parameters = ['filter', 'range', 'sort']

function filterOf({ query }: Request): z.infer<typeof filter> {
  const stray = Object.keys(query).find((name) => !parameters.includes(name))
  if (stray !== undefined) throw malformed(`The query has no parameter "${stray.slice(0, 40)}". Use filter.`)
  const parsed = filter.safeParse(readJson(query.filter ?? '{}', '"filter"'))
  if (parsed.success) return parsed.data
  throw malformed(
    `A filter is {"surveyId":…,"period":"2026-11","by":"department"}; by is one of ${dimensions.join(', ')}.`,
  )
}

async function cellsOfMonth(request: Request, surveyId: string, month: string): Promise<Cell[]> {
  const cells: Cell[] = []
  let after: Key | undefined
  do {
    const page: Awaited<ReturnType<typeof queryPartition>> = await queryPartition(
      statisticsPartition(surveyId, month),
      { after, meter: request.context.meter },
    )
    for (const item of page.items) cells.push(...JSON.parse(String(item.cells)))
    after = page.next
  } while (after)
  const { actor } = request
  return isGlobal(actor) ? cells : cells.filter(({ siteId }) => actor.siteIds.includes(siteId))
}

async function siteNames(cells: readonly Cell[]): Promise<Map<string, string>> {
  const ids = [...new Set(cells.map(({ siteId }) => siteId))].filter((id) => id.startsWith(`${Site.prefix}_`))
  const sites = await Promise.all(ids.map((id) => getRecord(id)))
  return new Map(sites.flatMap((site) => (site ? [[site.record.id, String(site.record.name)] as const] : [])))
}

const lastDayOf = (months: readonly string[]): string => {
  const [year = 0, month = 0] = (months.at(-1) ?? '').split('-').map(Number)
  return new Date(Date.UTC(year, month, 0)).toISOString()
}
