import { operation } from '#functions/platform/http/operation.ts'
import { noteAccess } from '#functions/platform/records/accessLog.ts'
import { isReached } from '#functions/platform/records/reach.ts'
import { pageReply } from '#functions/platform/routes/crud.ts'
import { openItems } from '#functions/platform/store/persons/openHistory.ts'
import { getAnyRecord, getHistory } from '#functions/platform/store/read.ts'
import { readJson } from '#shared/api/readJson.ts'
import * as api from '#shared/api/system.ts'
import { hiddenFields, may } from '#shared/declaration/access.ts'
import type { RecordValues } from '#shared/declaration/entity.ts'
import { problem } from '#shared/declaration/problem.ts'
import { entityOfId } from '#shared/entities/index.ts'

/** The longest page. */
const pageLimit = 200

/** Who changed what on one record, newest first: `GET /api/history?filter={"recordId":"case_…"}`. */
export const history = operation(api.history, async ({ query, actor, context }) => {
  const { meter, origin } = context
  const { recordId, limit, before } = pageOf(query)
  const entity = entityOfId(recordId)
  const stored = entity && (await getAnyRecord(recordId, { meter }))
  if (!entity || !stored || !(await isReached(context, entity, stored.record))) throw problem('NOT_FOUND')
  if (!may(actor, entity, 'read')) throw problem('ROLE')
  await noteAccess(context, entity, [stored.record], 'history')
  const hidden = hiddenFields(actor, entity)
  const visible = (values: RecordValues) =>
    Object.fromEntries(Object.entries(values).filter(([name]) => !hidden.includes(name)))
  const { items, next } = await getHistory(recordId, limit, before, meter)
  const rows = (await openItems(items)).map(({ erased, ...entry }) => {
    const roles = [...entry.roles]
    const id = `${recordId}#${entry.version}`
    const names = erased?.values.filter((name) => !hidden.includes(name))
    const [old, next] = [visible(entry.before), visible(entry.after)]
    return {
      id,
      ...entry,
      roles,
      before: old,
      after: next,
      ...(names && { erased: { values: names, reason: erased?.reason ?? false } }),
    }
  })
  return pageReply(
    { resource: 'history' },
    {
      rows,
      offset: 0,
      total: stored.record.version,
      asOf: origin.at,
      ...(next && { nextCursor: String(Number(next.sk)) }),
    },
  )
})

function pageOf({ filter = '{}', limit: rows = '50', cursor }: Readonly<Record<string, string | undefined>>) {
  const parsed = api.history.filter.safeParse(readJson(filter, '"filter"'))
  if (!parsed.success) throw problem('HISTORY_BY_RECORD')
  const limit = Number(rows)
  if (!Number.isInteger(limit) || limit < 1 || limit > pageLimit) throw problem('LIMIT_WRONG', { limit: pageLimit })
  const before = cursor === undefined ? undefined : Number(cursor)
  if (before !== undefined && !(Number.isInteger(before) && before > 0)) throw problem('CURSOR_FOREIGN')
  return { recordId: parsed.data.recordId, limit, before }
}
