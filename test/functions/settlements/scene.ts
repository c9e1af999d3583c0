import { contextFor, product } from '#functions/platform/http/context.ts'
import { planned } from '#functions/platform/records/change.ts'
import { save } from '#functions/platform/records/save.ts'
import { getRecord } from '#functions/platform/store/read.ts'
import { Contract } from '#shared/entities/contract.ts'
import { Coverage } from '#shared/entities/coverage.ts'
import { Encounter } from '#shared/entities/encounter.ts'
import { Patient } from '#shared/entities/patient.ts'
import { Payer } from '#shared/entities/payer.ts'
import { SettlementFile } from '#shared/entities/settlementFile.ts'
import { as } from '#test/support/call.ts'
import { type Person, seed, type World } from '#test/support/people.ts'
import vectors from '#test/vectors/settlement.json'

const [vector] = vectors.pricing

/** A day so many days from now. */
export const dayFrom = (days: number): string => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)

/** The day of the visits of these tests, and the month of their batches. */
export const servedOn = dayFrom(-3)
export const month = servedOn.slice(0, 7)

/** The lines of the first pricing vector as an accountant enters them; the fifth is not covered. */
export const vectorLines = (vector?.request.lines ?? []).map((line) => ({
  ...line,
  serviceOn: servedOn,
  description: `Service ${line.serviceCode}`,
}))

/** The one line of the second file of the batch vector. */
export const consultation = [
  {
    lineNo: 1,
    serviceOn: servedOn,
    serviceCode: 'CONS',
    serviceCategory: 'consultation',
    description: 'Consultation',
    quantity: 1,
    unitPriceMinor: 15_000,
  },
]

/** A payer with a contract: class B as in the pricing vector, class A with a discount and nothing to pay. */
export async function agreement(changes: Record<string, unknown> = {}) {
  const payer = await seed(Payer, { ...Payer.example, code: codeOf() })
  const classRules = [...(vector?.request.classRules ?? []), { class: 'A', covered: true, discountBp: 1000 }]
  const contract = await seed(Contract, {
    ...Contract.example,
    payerId: payer.id,
    validFrom: dayFrom(-300),
    validTo: dayFrom(300),
    classRules,
    ...changes,
  })
  return { payerId: payer.id, contractId: contract.id }
}

let count = 0
const codeOf = () => `P${++count}`

export type AgreementScene = Awaited<ReturnType<typeof agreement>>

/** An insured visit, and the body of the file for it. */
export async function visit(
  world: World,
  { payerId, contractId }: AgreementScene,
  changes: { class?: string; encounter?: Record<string, unknown>; coverage?: Record<string, unknown> } = {},
) {
  const serial = ++count
  const siteId = world.siteId
  const patient = await seed(Patient, { ...Patient.example, siteId, memberNumber: `M-${serial}` })
  const encounter = await seed(Encounter, {
    ...Encounter.example,
    number: `ENC-${serial}`,
    siteId,
    patientId: patient.id,
    serviceOn: servedOn,
    ...changes.encounter,
  })
  const coverage = await seed(Coverage, {
    ...Coverage.example,
    patientId: patient.id,
    payerId,
    class: changes.class ?? 'B',
    effectiveFrom: dayFrom(-300),
    effectiveTo: dayFrom(300),
    ...changes.coverage,
  })
  return { ...SettlementFile.example, encounterId: encounter.id, coverageId: coverage.id, contractId }
}

const sha = (letter: string) => letter.repeat(64)
/** Report and invoice, as they are noted in a file. */
export const documents = [
  { kind: 'medicalReport', file: 'report.pdf', sha256: sha('a') },
  { kind: 'invoice', file: 'invoice.pdf', sha256: sha('b') },
]

/** Notes documents in a file, as if they had been sent and attached. */
export async function attach(id: string, added: readonly object[] = documents) {
  const context = contextFor(product, 'demo', new Date().toISOString(), 'attach')
  const stored = await getRecord(SettlementFile, id, { consistent: true })
  if (!stored) throw new Error('There is no such file')
  const all = [...(stored.record.documents ?? []), ...added]
  const change = await planned(context, SettlementFile, stored, { documents: all }, 'add-documents')
  if (change) await save(context, [change])
}

/** Takes one step on a file or batch and returns the whole answer. */
export const step = (
  person: Person,
  resource: 'settlement-files' | 'batches',
  id: string,
  name: string,
  body: unknown = {},
) => as(person)(`POST /api/${resource}/${id}/actions/${name}`, body)

/** Takes a step on a file that must succeed. */
export async function does(person: Person, id: string, name: string, body: unknown = {}) {
  const answer = await step(person, 'settlement-files', id, name, body)
  if (answer.status !== 200) throw new Error(`${person} could not ${name}: ${answer.text}`)
  return answer.body
}

export type SceneStage = 'opened' | 'record-received' | 'estimated' | 'verified' | 'approved'

/** A file at a stage, reached by the people who may take the steps. */
export async function fileAt(
  stage: SceneStage,
  body: Record<string, unknown>,
  lines: unknown = vectorLines,
  number?: string,
) {
  const id = number
    ? (await seed(SettlementFile, body, { number })).id
    : (await as('insurance-clerk')('POST /api/settlement-files', body)).body.id
  const steps: [SceneStage, () => Promise<unknown>][] = [
    ['opened', async () => undefined],
    [
      'record-received',
      async () => {
        await does('insurance-clerk', id, 'request-record')
        await attach(id)
        await does('insurance-clerk', id, 'receive-record', { documents: [] })
      },
    ],
    ['estimated', () => does('accountant', id, 'estimate', { lines })],
    ['verified', async () => does('accounts-supervisor', id, 'verify', { totalsHash: await totalsHash(id) })],
    ['approved', () => does('services-manager', id, 'approve')],
  ]
  for (const [reached, take] of steps) {
    await take()
    if (reached === stage) break
  }
  return read(id)
}

/** Many approved files of class A with one consultation each: the first by its people, the others like it. */
export async function approvedFiles(world: World, count: number, terms: AgreementScene): Promise<string[]> {
  const bodies = await Promise.all(Array.from({ length: count }, () => visit(world, terms, { class: 'A' })))
  const [head = {}, ...others] = bodies
  const first = await fileAt('approved', head, consultation)
  const { stage, lines, totals, grossMinor, payerShareMinor, totalsHash: hash, approvedBy } = first
  const facts = { stage, lines, totals, grossMinor, payerShareMinor, totalsHash: hash, approvedBy }
  const ids = [first.id]
  for (const body of others) ids.push((await seed(SettlementFile, body, facts)).id)
  return ids
}

/** A record of this context as an auditor reads it. */
export const read = async (id: string) =>
  (await as('auditor')(`GET /api/${id.startsWith('file') ? 'settlement-files' : 'batches'}/${id}`)).body

/** The hash a verifier sees. */
export const totalsHash = async (id: string): Promise<string> => (await read(id)).totalsHash

/** An open batch for a payer. */
export async function openBatch(world: World, { payerId }: AgreementScene): Promise<string> {
  const body = { siteId: world.siteId, payerId, careType: 'out', month }
  return (await as('insurance-clerk')('POST /api/batches', body)).body.id
}
