import { problemOf } from '#functions/platform/http/failure.ts'
import { operation } from '#functions/platform/http/operation.ts'
import { changeRows, type RowResult } from '#shared/api/rows.ts'
import { type Actor, visible } from '#shared/declaration/access.ts'
import type { Entity } from '#shared/declaration/entity.ts'
import { problem } from '#shared/declaration/problem.ts'
import { changeTogether, type RowOutcome } from './changeTogether.ts'

/** Pasted cells: each row changed on what it was based on, one result per row, in the order of the rows. */
export const rowsOperation = (entity: Entity) =>
  operation({ reply: changeRows.reply }, async ({ body, context }) => {
    const rows = changeRows.body.safeParse(body)
    if (!rows.success) throw problem('ROWS_WRONG')
    const outcomes = await changeTogether(context, entity, rows.data)
    return { body: rows.data.map(({ id }, index) => resultOf(context.actor, entity, id, outcomes[index])) }
  })

function resultOf(actor: Actor, entity: Entity, id: string, outcome: RowOutcome | undefined): RowResult {
  if (outcome && 'record' in outcome) return { id, ok: true, record: visible(actor, entity, outcome.record) }
  // A store that is busy for one row says so of that row: the others may be written by then.
  const answer = problemOf(outcome?.error)
  if (answer.status === 500) throw outcome?.error
  const { rule, parameters, message, issues, errors, current } = answer.document()
  return { id, ok: false, status: answer.status, rule, parameters, message, issues, errors, current } as RowResult
}
