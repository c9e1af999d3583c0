import type { TickName } from '#shared/declaration/schedules.ts'
import { Encounter } from '#shared/entities/encounter.ts'
import { Patient } from '#shared/entities/patient.ts'
import type { ProductOptions } from '#test/support/product.ts'
import { eventually, type SignedInCall, signIn } from '#test/support/session.ts'

/** A running product, and a function that runs one of its ticks. */
export interface UnderTest {
  readonly url: string
  /** Where the mails are shown; only a product at home has it. */
  readonly mailUrl?: string
  readonly stop: () => Promise<unknown>
  readonly tick: (name: TickName) => Promise<unknown>
}

/** The product under test: the one deployed at REDRESS_URL, or one started for this file. */
export async function productUrl(options: ProductOptions = { panel: false }): Promise<UnderTest> {
  // A deployed product ticks by its own schedules.
  if (process.env.REDRESS_URL) return { url: process.env.REDRESS_URL, stop: async () => {}, tick: async () => {} }
  const { startProduct } = await import('#test/support/product.ts')
  const product = await startProduct(options)
  return product
}

/** The site of the demo logins. */
export async function ownSite(officer: SignedInCall): Promise<string> {
  const { body } = await officer('GET /api/me')
  return body.siteIds[0]
}

const unique = () => Date.now().toString(36) + Math.random().toString(36).slice(2, 6)

/** A new patient with a visit yesterday. */
export async function newVisit(
  url: string,
  more: Readonly<Record<string, unknown>> = {},
  ofVisit: Readonly<Record<string, unknown>> = {},
) {
  const officer = await signIn(url, 'officer')
  const clerk = await signIn(url, 'insurance-clerk')
  const siteId = await ownSite(officer)
  const patient = await officer('POST /api/patients', {
    ...Patient.example,
    siteId,
    memberNumber: `M-${unique()}`,
    email: 'mariam@example.org',
    ...more,
  })
  const serviceOn = new Date(Date.now() - 86_400_000).toISOString().slice(0, 10)
  const encounter = await clerk('POST /api/encounters', {
    ...Encounter.example,
    number: `ENC-${unique()}`,
    siteId,
    patientId: patient.body.id,
    serviceOn,
    ...ofVisit,
  })
  return {
    siteId,
    patientId: patient.body.id as string,
    encounterId: encounter.body.id as string,
    serviceOn,
    officer,
    clerk,
  }
}

/** Waits for a job to end. */
export const finished = (session: SignedInCall, job: string) =>
  eventually(
    async () => (await session(`GET /api/jobs/${job}`)).body,
    (seen) => ['done', 'failed', 'cancelled'].includes(seen.status),
    60_000,
  )
