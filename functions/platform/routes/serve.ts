import { type HttpHandler, lambda } from '#functions/platform/http/lambda.ts'
import type { Operation } from '#functions/platform/http/operation.ts'
import { entities } from '#shared/entities/index.ts'
import { crud } from './crud.ts'

/** The handler of an HTTP Lambda: every operation of the entities it serves, by their declarations, and its own. */
export function serve(name: string, own: Readonly<Record<string, Operation>> = {}): HttpHandler {
  const declared = entities.filter((entity) => entity.lambda === name).map(crud)
  return lambda(name, Object.assign({}, ...declared, own))
}
