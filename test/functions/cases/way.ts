import { Case } from '#shared/entities/case.ts'
import { Patient } from '#shared/entities/patient.ts'
import { reportParts } from '#shared/entities/specialReport.ts'
import { Statement } from '#shared/entities/statement.ts'
import { as } from '#test/support/call.ts'
import { type Person, seed } from '#test/support/people.ts'

/** States of a case on its way to its end, with the step that leads to each and what its form says. */
const way = [
  ['acknowledge', { how: 'phone', contactPerson: 'Huda Nasser' }],
  ['investigate', { plan: 'Ask both sides.', planOn: '2027-01-04' }],
  ['assess', { faultClass: 'communication', cause: 'waiting', outcome: 'upheld' }],
  ['respond', { noRemedyReason: 'An apology was all she asked for.' }],
  ['resolve', { patientDecision: 'accepted' }],
] as const

/** The steps on the way to the end of a case. */
type WayStep = (typeof way)[number][0]

/** Takes a step of a record as a person; the answer. */
export const takeStep = (person: Person, address: string, step: string, body: object = {}) =>
  as(person)(`POST /api/${address}/actions/${step}`, body)

/** A case of a new patient as the front desk opens it; nobody disputes any money in it unless a value says so. */
export async function openedCase(siteId: string, values: Readonly<Record<string, unknown>> = {}) {
  const patient = await seed(Patient, { ...Patient.example, siteId, memberNumber: crypto.randomUUID().slice(0, 20) })
  const { disputedMinor: _disputed, ...example } = Case.example
  const receivedAt = new Date(Date.now() - 60_000).toISOString()
  const opened = await as('front-desk')('POST /api/cases', {
    ...{ ...example, siteId, patientId: patient.id, receivedAt, ...values },
  })
  if (opened.status !== 201) throw new Error(`No case: ${opened.text}`)
  return opened.body as Case
}

/** Goes on with a new case as an officer until a step was taken, with the statements of both sides. */
export async function caseAfter(siteId: string, last: WayStep, values: Readonly<Record<string, unknown>> = {}) {
  const { id } = await openedCase(siteId, values)
  for (const side of ['patient', 'team']) await seed(Statement, { ...Statement.example, caseId: id, side })
  if (values.severity === 'major') await takeStep('unit-manager', `cases/${id}`, 'director-informed')
  for (const [step, body] of way) {
    const answer = await takeStep('officer', `cases/${id}`, step, body)
    if (answer.status !== 200) throw new Error(`${step}: ${answer.text}`)
    if (step === last) break
  }
  return id
}

/** The records of a resource that stand under a case. */
export async function under(caseId: string, resource: string) {
  const { body } = await as('director')(`GET /api/${resource}`, undefined, { query: { filter: { caseId } } })
  return body as { id: string; status: string; kind?: string }[]
}

/** The patient of a resolved case is called and satisfied. */
export async function callSatisfied(caseId: string): Promise<void> {
  for (const { id, status } of await under(caseId, 'follow-ups')) {
    if (status === 'cancelled' || status === 'done') continue
    const answer = await takeStep('officer', `follow-ups/${id}`, 'complete', { outcome: 'satisfied' })
    if (answer.status !== 200) throw new Error(answer.text)
  }
}

/** The special report of a major case is written, submitted and accepted. */
export async function acceptReport(caseId: string): Promise<void> {
  const [{ id } = { id: '' }] = await under(caseId, 'special-reports')
  const { body } = await as('officer')(`GET /api/special-reports/${id}`)
  const parts = Object.fromEntries(reportParts.map((part) => [part, 'Nobody answered the bell.']))
  const answers = [
    await as('officer')(`PATCH /api/special-reports/${id}`, { ...parts, version: body.version }),
    await takeStep('unit-manager', `special-reports/${id}`, 'submit'),
    await takeStep('director', `special-reports/${id}`, 'accept'),
  ]
  for (const { status, text } of answers) if (status !== 200) throw new Error(text)
}
