import * as z from 'zod'
import { problemOf } from '#functions/platform/http/failure.ts'
import type { Operation, Request } from '#functions/platform/http/operation.ts'
import { planUpdate } from '#functions/platform/records/change.ts'
import { checkVersion, load, saveOne } from '#functions/platform/records/load.ts'
import { visible } from '#shared/declaration/access.ts'
import type { Entity } from '#shared/declaration/entity.ts'
import { malformed } from '#shared/declaration/problem.ts'

const body = z
  .array(
    z.strictObject({
      id: z.string().max(60),
      version: z.int().positive(),
      changes: z.record(z.string().max(60), z.unknown()),
    }),
  )
  .min(1)
  .max(500)

/** Rows changed at the same time. */
const atOnce = 8

/** Pasted cells: each row changed on its own version, one result per row, in the order sent. */
export function rowsOperation(entity: Entity): Operation {
  return async (request) => {
    const parsed = body.safeParse(request.body)
    if (!parsed.success) throw malformed('Rows are a list of 1 to 500 {id, version, changes}.')
    const results: unknown[] = new Array(parsed.data.length)
    let next = 0
    const worker = async () => {
      while (next < parsed.data.length) {
        const index = next++
        const row = parsed.data[index]
        if (row) results[index] = await changeRow(request, entity, row)
      }
    }
    await Promise.all(Array.from({ length: Math.min(atOnce, parsed.data.length) }, worker))
    return { body: results }
  }
}

async function changeRow(request: Request, entity: Entity, { id, version, changes }: z.infer<typeof body>[number]) {
  try {
    const stored = await load(request.context, entity, id, { consistent: true })
    checkVersion(request.context, entity, stored, version)
    const saved = await saveOne(request.context, stored, await planUpdate(request.context, entity, stored, changes))
    return { id, ok: true, record: visible(request.actor, entity, saved.record) }
  } catch (error) {
    // A store that is busy for one row says so of that row: the others may well be written by now.
    const problem = problemOf(error)
    if (problem.status === 500) throw error
    const { message, errors, current, rule } = problem.document()
    return { id, ok: false, status: problem.status, message, rule, errors, current }
  }
}
