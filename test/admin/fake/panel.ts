import { dataProvider } from '#admin/provider/data.ts'
import { httpClient, type ProblemTranslator } from '#admin/provider/http.ts'
import { withOwnWrites } from '#admin/provider/seen.ts'
import { FakeApi, type FakeRecord } from './api.ts'

/** Cases for several pages. */
export const someCases = (count: number): FakeRecord[] =>
  Array.from({ length: count }, (_, index) => ({
    id: `case_${index + 1}`,
    version: 1,
    number: `C-${index + 1}`,
    status: 'received',
    summary: 'One',
  }))

/** Renders a refusal as the name of its rule. */
export const byRule: ProblemTranslator = async (problem) => ({
  ...problem,
  message: problem.rule ? `the sentence of ${problem.rule}` : (problem.message ?? ''),
})

/** The panel's provider over a fake API, signed in. */
export function panelOver(records: readonly FakeRecord[] = [], now = Date.now) {
  const api = new FakeApi(records)
  const session = { token: async () => 'token', renew: async () => undefined }
  const tab = new Map<string, string>()
  const storage = {
    getItem: (key: string) => tab.get(key) ?? null,
    setItem: (key: string, value: string) => void tab.set(key, value),
  }
  const http = withOwnWrites(httpClient(session, api.fetch, byRule), storage, now)
  return { api, provider: dataProvider('/api', http, byRule) }
}
