import { isSame } from '#shared/values/canonical.ts'
import { newVisit, productUrl, type UnderTest } from '#test/journeys/http/world.ts'
import { eventually, type SignedInCall } from '#test/support/session.ts'

/** Patients that the filter of the scene finds. */
export const many = 10_000

/** How many of them speak each language at first. */
export const asBefore = { it: many / 2, lv: many / 2 }

/** A product with ten thousand patients. */
export interface TenThousand {
  readonly product: UnderTest
  readonly officer: SignedInCall
  readonly filter: Readonly<Record<string, unknown>>
  /** How many of the patients speak each language now. */
  readonly spoken: () => Promise<Record<string, number>>
  /** Waits until so many speak each language; lists follow what was written within seconds. */
  readonly untilSpoken: (counts: Readonly<Record<string, number>>) => Promise<void>
}

/** Starts a product and imports ten thousand patients who speak two languages. */
export async function tenThousand(): Promise<TenThousand> {
  const product = await productUrl({ demoSize: 10 })
  const tag = `TEN-${Date.now().toString(36)}-`
  const { siteId, officer } = await newVisit(product.url)
  const { body: site } = await officer(`GET /api/sites/${siteId}`)
  const rows = Array.from({ length: many }, (_, n) => `${site.code},Patient ${n},${tag}${n},${n % 2 ? 'it' : 'lv'}`)
  const file = ['siteId,name,memberNumber,language', ...rows].join('\n')
  const { body } = await officer('POST /api/patients/import', { file, mode: 'insert' })
  const job = await ended(officer, body.job)
  if (job.result?.inserted !== many) throw new Error(`The patients were not filled in: ${JSON.stringify(job.errors)}`)
  const filter = { memberNumber_contains: tag }
  const query = new URLSearchParams({ by: '["language"]', filter: JSON.stringify(filter) })
  const spoken = async () => {
    const { body } = await officer(`GET /api/patients/groups?${query}`)
    return Object.fromEntries(body.map(({ key, count }: LanguageCount) => [key.language, count]))
  }
  const untilSpoken = async (counts: Readonly<Record<string, number>>) => {
    await eventually(spoken, (seen) => isSame(seen, counts))
  }
  await untilSpoken(asBefore)
  return { product, officer, filter, spoken, untilSpoken }
}

type LanguageCount = { key: { language: string }; count: number }

/** Waits for a long job to end. */
export const ended = (session: SignedInCall, job: string) =>
  eventually(
    async () => (await session(`GET /api/jobs/${job}`)).body,
    ({ status }) => ['done', 'failed', 'cancelled'].includes(status),
    200_000,
  )
