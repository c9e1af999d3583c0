import * as z from 'zod'
import type { Operation } from '#functions/platform/http/operation.ts'
import { pageReply } from '#functions/platform/routes/crud.ts'
import { entryFrom } from '#functions/platform/store/history.ts'
import { getHistory, getRecord } from '#functions/platform/store/read.ts'
import { readJson } from '#shared/api/readJson.ts'
import { hiddenFields, isOwnSite, may } from '#shared/declaration/access.ts'
import { forbidden, malformed, notFound } from '#shared/declaration/problem.ts'
import { entityOfId } from '#shared/entities/index.ts'

const query = z.strictObject({ recordId: z.string().max(60) })

/** Who changed what on one record, newest first: `GET /api/history?filter={"recordId":"case_…"}`. */
export const history: Operation = async (request) => {
  const { recordId, limit, before } = parse(request.query)
  const entity = entityOfId(recordId)
  const stored = entity && (await getRecord(recordId, { meter: request.context.meter }))
  if (!entity || !stored || !isOwnSite(request.actor, entity, stored.record)) throw notFound()
  if (!may(request.actor, entity, 'read')) throw forbidden('ROLE', 'Your role does not include this.')
  const hidden = hiddenFields(request.actor, entity)
  const { items, next } = await getHistory(recordId, limit, before, request.context.meter)
  const rows = items.map((item) => {
    const entry = entryFrom(item)
    return {
      id: `${recordId}#${entry.version}`,
      ...entry,
      before: without(entry.before, hidden),
      after: without(entry.after, hidden),
    }
  })
  const page = pageReply(
    { resource: 'history' },
    {
      rows,
      offset: 0,
      total: stored.record.version,
      isExact: true,
      plan: `view=history;read=${request.context.meter.read};budget=ok`,
      ...(next && { nextCursor: String(Number(next.sk)) }),
    },
  )
  return page
}

function parse(params: Readonly<Record<string, string | undefined>>) {
  const parsed = query.safeParse(readJson(params.filter ?? '{}', '"filter"'))
  if (!parsed.success) throw malformed('History is listed by record: filter={"recordId":"case_…"}.')
  const limit = Number(params.limit ?? 50)
  const before = params.cursor === undefined ? undefined : Number(params.cursor)
  if (!Number.isInteger(limit) || limit < 1 || limit > 200) throw malformed('A limit is a whole number from 1 to 200.')
  if (before !== undefined && !(Number.isInteger(before) && before > 0))
    throw malformed('This cursor belongs to another list.')
  return { recordId: parsed.data.recordId, limit, before }
}

const without = (values: Readonly<Record<string, unknown>>, hidden: readonly string[]) =>
  Object.fromEntries(Object.entries(values).filter(([name]) => !hidden.includes(name)))
