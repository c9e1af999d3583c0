import { referenced } from '#functions/platform/http/context.ts'
import { type Operation, operation, type Request } from '#functions/platform/http/operation.ts'
import { getRecords } from '#functions/platform/store/read.ts'
import * as api from '#shared/api/followUps.ts'
import { isGlobal } from '#shared/declaration/access.ts'
import { problem } from '#shared/declaration/problem.ts'
import { followUpOutcomes } from '#shared/entities/followUp.ts'
import { Site } from '#shared/entities/site.ts'
import { User } from '#shared/entities/user.ts'
import { dayAfter, dayAt } from '#shared/rules/follow-ups/contactDays.ts'
import { totalOf } from '#shared/rules/follow-ups/weekSummary.ts'
import { firstDayOf, mondayOf, weekOf } from '#shared/rules/follow-ups/weeks.ts'
import { type CsvColumn, writeCsv } from '#shared/values/csv.ts'
import { weekFigures } from './weekFigures.ts'

/** The follow-ups of a week at a site by person: `GET /api/follow-ups/summary?siteId=…&week=2026-W48`. */
const asJson = operation(api.followUpSummary, async (request) => ({ body: await summaryOf(request) }))

/** The same as JSON or, with `format=csv`, as a table that spreadsheets read. */
export const followUpSummary: Operation = async (request) => {
  if (request.query.format !== 'csv') return asJson(request)
  const { week, rows } = await summaryOf(request)
  const cells = rows.map(({ userId, name, outcomes, ...figures }) => ({
    week,
    officer: name ?? userId,
    ...figures,
    ...outcomes,
  }))
  return {
    text: writeCsv(columns, cells),
    headers: {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': `attachment; filename="follow-ups-${week}.csv"`,
    },
  }
}

const numbers = ['planned', 'done', 'inWindow', 'concerns', ...followUpOutcomes] as const
const columns: readonly CsvColumn<'week' | 'officer' | (typeof numbers)[number]>[] = [
  { name: 'week', kind: 'text' },
  { name: 'officer', kind: 'text' },
  ...numbers.map((name) => ({ name, kind: 'number' as const })),
]

async function summaryOf({ query, actor, context }: Request): Promise<api.WeekSummary> {
  checkNames(query)
  const { siteId = actor.siteIds[0] ?? '', week } = query
  const site = (await referenced(context, Site, siteId))?.record
  const isSeen = site?.deletedAt === undefined && (isGlobal(actor) || actor.siteIds.includes(siteId))
  if (!site || !isSeen) throw problem('NOT_FOUND')
  const lastWeek = dayAfter(mondayOf(dayAt(site, context.origin.at)), -7)
  const monday = week === undefined ? lastWeek : firstDayOf(week)
  if (monday === undefined) throw problem('WEEK_WRONG')
  const rows = await weekFigures(site, monday, { actor, ...(context.seen && { seen: context.seen }) })
  const ids = rows.flatMap(({ userId }) => userId ?? [])
  const users = await getRecords(User, ids, { meter: context.meter })
  const names = new Map(users.map(({ record }) => [record.id, record.name]))
  const named = rows.map((row) => ({
    ...row,
    ...(names.has(row.userId ?? '') && { name: names.get(row.userId ?? '') }),
  }))
  return { siteId, week: weekOf(monday), from: monday, to: dayAfter(monday, 6), rows: named, total: totalOf(rows) }
}

function checkNames(query: Request['query']): void {
  const possible = Object.keys(api.followUpSummary.query)
  const name = Object.keys(query).find((each) => !possible.includes(each))
  if (name !== undefined) throw problem('PARAMETER_UNKNOWN', { name: name.slice(0, 40), possible })
}
