import { Case } from '#shared/entities/case.ts'
import { reportParts } from '#shared/entities/specialReport.ts'
import { Statement } from '#shared/entities/statement.ts'
import { newVisit } from '#test/journeys/http/world.ts'
import { type HttpAnswer, type SignedInCall, signIn } from '#test/support/session.ts'

/** A case that a story is about, with the officer who holds it. */
export interface StoryCase {
  readonly id: string
  readonly number: string
  readonly patientName: string
  readonly siteId: string
  readonly patientId: string
  readonly encounterId: string
  readonly officer: SignedInCall
  /** The case as it is stored now. */
  read(): Promise<HttpAnswer['body']>
  /** Takes a step of the case by the API, as the officer unless somebody else is named; throws when it is refused. */
  act(step: string, body?: object, as?: SignedInCall): Promise<HttpAnswer['body']>
}

/** A case that came in now, of a new patient who was here yesterday unless `values` name another one. */
export async function newMatter(url: string, name: string, values: Partial<Case> = {}): Promise<StoryCase> {
  const { officer, ...visit } = await newVisit(url, { name })
  const receivedAt = new Date().toISOString()
  const { siteId, patientId, encounterId } = visit
  const body = { ...Case.example, siteId, patientId, encounterId, receivedAt, ...values }
  const created = taken(await officer('POST /api/cases', body))
  const act: StoryCase['act'] = async (step, sent = {}, as = officer) =>
    taken(await as(`POST /api/cases/${created.id}/actions/${step}`, sent))
  const read = async () => taken(await officer(`GET /api/cases/${created.id}`))
  return { ...created, officer, read, act }
}

/** The body of an answer; throws with the refusal when there is one. */
export function taken({ status, body }: HttpAnswer): HttpAnswer['body'] {
  if (status >= 300) throw new Error(`Refused: ${JSON.stringify(body)}`)
  return body
}

/** Both sides are heard, and the fault is judged. */
export async function assessed(matter: StoryCase, faultClass: Case['faultClass'] = 'communication'): Promise<void> {
  await matter.act('acknowledge', { how: 'At the desk', contactPerson: 'Huda Nasser' })
  await matter.act('investigate', { plan: 'Hear both sides.', planOn: new Date().toISOString().slice(0, 10) })
  for (const [side, speakerName] of [
    ['patient', matter.patientName],
    ['team', 'Dr. Lina Aziz'],
  ])
    taken(await matter.officer('POST /api/statements', { ...Statement.example, caseId: matter.id, side, speakerName }))
  await matter.act('assess', { faultClass, cause: 'billing', outcome: 'partly-upheld' })
}

/** The case is answered without a remedy and resolved; returns the satisfaction call that is planned with it. */
export async function resolved(matter: StoryCase): Promise<string> {
  await matter.act('respond', { noRemedyReason: 'An explanation was enough.' })
  await matter.act('resolve', { patientDecision: 'accepted' })
  return satisfactionCall(matter)
}

/** The satisfaction call of a resolved case. */
export async function satisfactionCall({ id, officer }: StoryCase): Promise<string> {
  const filter = encodeURIComponent(JSON.stringify({ caseId: id, kind: 'satisfaction-call' }))
  const [call] = taken(await officer(`GET /api/follow-ups?filter=${filter}`))
  return call.id
}

/** Writes every part of the special report of a major case. */
export async function writeReport({ id, officer }: StoryCase): Promise<void> {
  const filter = encodeURIComponent(JSON.stringify({ caseId: id }))
  const [report] = taken(await officer(`GET /api/special-reports?filter=${filter}`))
  const { version } = taken(await officer(`GET /api/special-reports/${report.id}`))
  const parts = Object.fromEntries(reportParts.map((name) => [name, 'The wound opened on the second day.']))
  taken(await officer(`PATCH /api/special-reports/${report.id}`, parts, { 'if-match': `"${version}"` }))
}

/** A settlement file of the demo that the payer has and has not answered for good. */
export async function unansweredFile(url: string): Promise<HttpAnswer['body']> {
  const condition = { stage_eq_any: ['delivered', 'acknowledged'], payerAnswer_empty: true }
  const lead = await signIn(url, 'unit-manager')
  const [file] = taken(await lead(`GET /api/settlement-files?filter=${encodeURIComponent(JSON.stringify(condition))}`))
  if (!file) throw new Error('The demo has no file that waits for the payer')
  return file
}
