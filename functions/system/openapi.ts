import type { Operation } from '#functions/platform/http/operation.ts'
import { openApi } from '#shared/declaration/openapi.ts'

let document: string | undefined

/** The OpenAPI 3.1 document, derived from the registry once per start. */
export const openapi: Operation = async () => {
  document ??= JSON.stringify(openApi())
  return { text: document, headers: { 'content-type': 'application/json', 'cache-control': 'public, max-age=300' } }
}
