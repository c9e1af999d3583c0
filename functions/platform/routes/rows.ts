import { problemOf } from '#functions/platform/http/failure.ts'
import { operation, type Request } from '#functions/platform/http/operation.ts'
import { planUpdate } from '#functions/platform/records/change.ts'
import { withConsequences } from '#functions/platform/records/consequences.ts'
import { changeOne } from '#functions/platform/records/load.ts'
import { changeRows, type RowPatch, type RowResult } from '#shared/api/rows.ts'
import { visible } from '#shared/declaration/access.ts'
import type { Entity } from '#shared/declaration/entity.ts'
import { problem } from '#shared/declaration/problem.ts'
import { inPool } from '#shared/values/inPool.ts'

/** Rows changed at the same time. */
const poolSize = 8

/** Pasted cells: each row changed on its own version, one result per row, in the order of the rows. */
export const rowsOperation = (entity: Entity) =>
  operation({ reply: changeRows.reply }, async (request) => {
    const rows = changeRows.body.safeParse(request.body)
    if (!rows.success) throw problem('ROWS_WRONG')
    return { body: await inPool(rows.data, poolSize, (row) => changeRow(request, entity, row)) }
  })

async function changeRow(
  { context, actor }: Request,
  entity: Entity,
  { id, version, changes }: RowPatch,
): Promise<RowResult> {
  try {
    const { record } = await changeOne(context, entity, { id, version }, async (own, stored) =>
      withConsequences(own, await planUpdate(own, entity, stored, changes)),
    )
    return { id, ok: true, record: visible(actor, entity, record) }
  } catch (error) {
    // A store that is busy for one row says so of that row: the others may be written by then.
    const answer = problemOf(error)
    if (answer.status === 500) throw error
    const { rule, parameters, message, issues, errors, current } = answer.document()
    return { id, ok: false, status: answer.status, rule, parameters, message, issues, errors, current } as RowResult
  }
}
