import { dataProvider } from '#admin/provider/data.ts'
import { httpClient } from '#admin/provider/http.ts'
import { FakeApi, type FakeRecord } from './api.ts'

/** Cases enough for some pages. */
export const someCases = (count: number): FakeRecord[] =>
  Array.from({ length: count }, (_, index) => ({
    id: `case_${index + 1}`,
    version: 1,
    number: `C-${index + 1}`,
    status: 'received',
    summary: 'One',
  }))

/** The panel's provider over a fake API, signed in. */
export function panelOver(records: readonly FakeRecord[] = []) {
  const api = new FakeApi(records)
  const session = { token: async () => 'token', renew: async () => undefined }
  const provider = dataProvider(
    '/api',
    httpClient(session, api.fetch, (rule, _, message) => (rule ? `rule ${rule}` : message)),
  )
  return { api, provider }
}
