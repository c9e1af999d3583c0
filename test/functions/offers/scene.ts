import { getRecord } from '#functions/platform/store/read.ts'
import { Case } from '#shared/entities/case.ts'
import type { LedgerEntry } from '#shared/entities/ledgerEntry.ts'
import { Offer } from '#shared/entities/offer.ts'
import { Patient } from '#shared/entities/patient.ts'
import { SettlementFile } from '#shared/entities/settlementFile.ts'
import { as } from '#test/support/call.ts'
import { type Person, seed, type World } from '#test/support/people.ts'

/** Limits of the site: an officer offers 500.00 SAR, a unit manager 2,000.00. */
export const limits = { limitAMinor: 50_000, limitBMinor: 200_000 }

/** Puts a profile with the limits into force at the site. */
export async function putLimits({ siteId }: World): Promise<void> {
  const draft = await as('director')('POST /api/site-profiles', { siteId, name: `Limits ${++count}`, ...limits })
  const published = await as('director')(`POST /api/site-profiles/${draft.body.id}/actions/publish`, {})
  if (published.status !== 200) throw new Error(published.text)
}

let count = 0

/** A patient of the site. */
export const patient = async ({ siteId }: World): Promise<string> =>
  (await seed(Patient, { ...Patient.example, siteId, memberNumber: `O-${++count}` })).id

/** A case of a patient about 5,000.00 SAR, which was our fault unless said otherwise. */
export async function judgedCase(world: World, values: object = {}, facts: object = { faultClass: 'own-fault' }) {
  const body = { ...Case.example, siteId: world.siteId, disputedMinor: 500_000, currency: 'SAR' }
  const patientId = 'patientId' in values ? values.patientId : await patient(world)
  return (await seed(Case, { ...body, patientId, ...values }, { ...facts, status: 'responding' })).id
}

/** Writes an offer of a case as somebody does in the panel; its id. */
export async function draft(person: Person, caseId: string, values: object): Promise<string> {
  const reply = await as(person)('POST /api/offers', { caseId, ...values })
  if (reply.status !== 201) throw new Error(reply.text)
  return reply.body.id
}

/** Takes a step on an offer: the state that it has then, or the rule that refuses. */
export async function take(person: Person, id: string, step: string, body: object = {}): Promise<string> {
  const reply = await as(person)(`POST /api/offers/${id}/actions/${step}`, body)
  return reply.status === 200 ? reply.body.status : reply.body.rule
}

/** Writes an offer and asks for it; its id and its state, or what refuses. */
export async function ask(person: Person, caseId: string, values: object): Promise<[id: string, answer: string]> {
  const id = await draft(person, caseId, values)
  return [id, await take(person, id, 'submit')]
}

const whole =
  <E extends typeof Offer | typeof Patient | typeof Case | typeof SettlementFile | typeof LedgerEntry>(entity: E) =>
  async (id: string) => {
    const stored = await getRecord(entity, id, { consistent: true })
    if (!stored) throw new Error(`There is no ${id}`)
    return stored.record
  }

export const offerNow = whole(Offer)
export const caseOf = whole(Case)
export const fileNow = whole(SettlementFile)

/** What counts against the caps of a patient, in minor units. */
export const concededTo = async (id: string): Promise<number[]> =>
  ((await whole(Patient)(id)).concessions ?? []).map(({ amountMinor }) => amountMinor).sort((a, b) => a - b)
