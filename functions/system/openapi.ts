import { operation } from '#functions/platform/http/operation.ts'
import * as api from '#shared/api/system.ts'
import { openApi } from '#shared/declaration/openapi.ts'

let document: ReturnType<typeof openApi> | undefined

/** The OpenAPI 3.1 document, derived from the registry once per start. */
export const openapi = operation(api.openapi, async () => {
  document ??= openApi()
  return { body: document, headers: { 'cache-control': 'public, max-age=300' } }
})
