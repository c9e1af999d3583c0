import { operation, type Request } from '#functions/platform/http/operation.ts'
import { pageReply } from '#functions/platform/routes/crud.ts'
import { statisticsOfMonth } from '#functions/platform/store/items/surveyItems.ts'
import { getRecord, getRecords } from '#functions/platform/store/read.ts'
import { readJson } from '#shared/api/readJson.ts'
import * as api from '#shared/api/surveys.ts'
import { isGlobal } from '#shared/declaration/access.ts'
import { problem } from '#shared/declaration/problem.ts'
import { Site } from '#shared/entities/site.ts'
import { Survey } from '#shared/entities/survey.ts'
import { type Cell, dimensions } from '#shared/rules/surveys/cells.ts'
import { daysAfter } from '#shared/rules/surveys/invitations.ts'
import { tableOf } from '#shared/rules/surveys/resultsTable.ts'

/**
 * Figures per question and cell of a month or a year, derived from summed histograms; only of the caller's sites. They
 * are not adjusted for the mix of patients. `isOpen` says that links of the period can still be answered.
 */
export const surveyStatistics = operation(api.surveyStatistics, async (request) => {
  const { surveyId, period, by = 'all', metricKey } = filterOf(request)
  const { origin } = request.context
  const survey = (await getRecord(Survey, surveyId))?.record
  if (!survey) throw problem('NOT_FOUND')
  const months = monthsOf(period)
  const cells = (await Promise.all(months.map((month) => cellsOfMonth(request, surveyId, month)))).flat()
  const questions = survey.questions.filter((each) => metricKey === undefined || each.metricKey === metricKey)
  const names = by === 'site' ? await siteNames(cells) : undefined
  const table = tableOf(questions, cells, by, `${surveyId}|${period}`, (value) => names?.get(value) ?? value)
  const isOpen = daysAfter(lastDayOf(months), survey.linkDays + 1) > origin.at
  const rows = table.map((row) => ({ ...row, isOpen }))
  return pageReply({ resource: 'survey-stats' }, { rows, offset: 0, total: rows.length, asOf: origin.at })
})

const monthsOf = (period: string): string[] =>
  period.length === 7
    ? [period]
    : Array.from({ length: 12 }, (_, index) => `${period}-${String(index + 1).padStart(2, '0')}`)

// A list request of the panel also sends a range and a sort; a table has one order and comes whole.
const parameters = ['filter', 'range', 'sort']

function filterOf({ query }: Request) {
  const name = Object.keys(query).find((each) => !parameters.includes(each))
  if (name !== undefined) throw problem('PARAMETER_UNKNOWN', { name: name.slice(0, 40), possible: ['filter'] })
  const parsed = api.surveyStatistics.filter.safeParse(readJson(query.filter ?? '{}', '"filter"'))
  if (!parsed.success) throw problem('STATISTICS_FILTER', { possible: dimensions })
  return parsed.data
}

async function cellsOfMonth({ context, actor }: Request, surveyId: string, month: string): Promise<Cell[]> {
  const days = await statisticsOfMonth(surveyId, month, context.meter)
  const cells = days.flatMap((day): Cell[] => JSON.parse(day))
  return isGlobal(actor) ? cells : cells.filter(({ siteId }) => actor.siteIds.includes(siteId))
}

async function siteNames(cells: readonly Cell[]): Promise<Map<string, string>> {
  const sites = await getRecords(Site, [...new Set(cells.map(({ siteId }) => siteId))])
  return new Map(sites.map(({ record }) => [record.id, record.name]))
}

const lastDayOf = (months: readonly string[]): string => {
  const [year = 0, month = 0] = (months.at(-1) ?? '').split('-').map(Number)
  return new Date(Date.UTC(year, month, 0)).toISOString()
}
