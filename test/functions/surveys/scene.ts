import { createServer } from 'node:http'
import { afterAll, beforeAll } from 'vitest'
import type { Mail } from '#functions/platform/aws/messages.ts'
import { getAnyRecord } from '#functions/platform/store/read.ts'
import type { AnyRecord } from '#shared/declaration/entity.ts'
import { Encounter } from '#shared/entities/encounter.ts'
import { Patient } from '#shared/entities/patient.ts'
import type { Question } from '#shared/entities/survey.ts'
import { as } from '#test/support/call.ts'
import { seed } from '#test/support/people.ts'

let count = 0
const next = () => String(++count).padStart(6, '0')

const both = (en: string, ar: string) => ({ en, ar })

/** Questions of most kinds; the reason is shown only to people who would not come again. */
export const questions: Question[] = [
  {
    qid: 'overall',
    metricKey: 'overall',
    type: 'nps11',
    text: both('Would you recommend us?', 'هل تنصح بنا؟'),
    domain: 'overall',
    required: true,
  },
  { qid: 'wait', metricKey: 'waiting', type: 'scale5', text: both('The waiting?', 'الانتظار؟'), domain: 'access' },
  { qid: 'again', metricKey: 'again', type: 'yesno', text: both('Come again?', 'هل ستعود؟'), domain: 'overall' },
  {
    qid: 'why',
    metricKey: 'reason',
    type: 'text',
    text: both('Why not?', 'لم لا؟'),
    domain: 'overall',
    required: true,
    showIf: { qid: 'again', op: 'eq', value: 'no' },
  },
  {
    qid: 'good',
    metricKey: 'strengths',
    type: 'choices',
    text: both('What was good?', 'ما الجيد؟'),
    domain: 'doctor',
    options: ['doctor', 'nurse'].map((code) => ({ code, box: 'top', label: both(code, `${code} ع`) })),
  },
]

/** A questionnaire of these questions. */
export const questionnaire = {
  name: 'Out-patient visit',
  title: both('How was your visit?', 'كيف كانت زيارتك؟'),
  intro: both('Six short questions.', 'ستة أسئلة قصيرة.'),
  languages: ['en', 'ar'],
  anonymity: 'confidential',
  linkDays: 14,
  reminderDays: [3],
  quarantineDays: 30,
  sampleRate: 1,
  questions,
}

/** A patient with a visit; `body` says what else is known of the patient. */
export async function visit(
  siteId: string,
  body: Record<string, unknown> = {},
  encounter: Record<string, unknown> = {},
) {
  const number = next()
  const { id: patientId } = await seed(Patient, {
    ...Patient.example,
    siteId,
    memberNumber: `M-${number}`,
    email: `patient-${number}@example.test`,
    ...body,
  })
  const values = { ...Encounter.example, siteId, patientId, number: `E-${number}`, ...encounter }
  const { id: encounterId } = await seed(Encounter, values)
  return { patientId, encounterId }
}

/** A published survey. */
export async function published(changes: Record<string, unknown> = {}): Promise<string> {
  const creation = await as('admin')('POST /api/surveys', { ...questionnaire, ...changes })
  if (creation.status !== 201) throw new Error(creation.text)
  const { status, text } = await as('admin')(`POST /api/surveys/${creation.body.id}/actions/publish`, {})
  if (status !== 200) throw new Error(text)
  return creation.body.id
}

/** Creates invitations and returns the outcome of each. */
export const invite = async (
  surveyId: string,
  body: Record<string, unknown>,
  person: 'officer' | 'director' = 'officer',
) => {
  const { status, body: answer, text } = await as(person)(`POST /api/surveys/${surveyId}/actions/invite`, body)
  if (status !== 200) throw new Error(text)
  return answer.invitations as { id: string; status: string; url: string; rule: string; message: string }[]
}

/** A visit with a link to a survey; `token` is what the link ends with. */
export async function linked(siteId: string, surveyId: string, encounter: Record<string, unknown> = {}) {
  const { patientId, encounterId } = await visit(siteId, {}, encounter)
  const [invitation] = await invite(surveyId, { encounterIds: [encounterId], channel: 'link' })
  if (!invitation?.url) throw new Error(JSON.stringify(invitation))
  const token = invitation.url.slice(invitation.url.lastIndexOf('/') + 1)
  return { ...invitation, patientId, encounterId, token }
}

/** Opens a link as a browser does. */
export const open = (token: string, query = '') => as('nobody')(`GET /s/${token}${query}`)

/** Sends the form of a link; each field once, or once per entry of a list. */
export const send = (token: string, fields: Record<string, string | string[]>) => {
  const form = new URLSearchParams()
  for (const [name, value] of Object.entries(fields)) for (const each of [value].flat()) form.append(name, each)
  const headers = { 'content-type': 'application/x-www-form-urlencoded' }
  return as('nobody')(`POST /s/${token}`, undefined, { raw: form.toString(), headers })
}

/** A record as the store has it. */
export const stored = async (reference: { id: string } | string): Promise<AnyRecord & Record<string, unknown>> => {
  const item = await getAnyRecord(typeof reference === 'string' ? reference : reference.id, { consistent: true })
  if (!item) throw new Error('There is no such record')
  return item.record
}

/** A mail service for one test file: the sent mails, and a switch that makes it refuse. */
export function postOffice() {
  const mails: Mail[] = []
  let refusal: number | undefined
  const server = createServer((request, response) => {
    let text = ''
    request.on('data', (part) => (text += part))
    request.on('end', () => {
      if (refusal) return response.writeHead(refusal, { 'x-amzn-errortype': 'MessageRejected' }).end('{}')
      const { Destination: to, Content: content } = JSON.parse(text)
      const { Subject: subject, Body: body } = content.Simple
      mails.push({ to: to.ToAddresses[0], subject: subject.Data, text: body.Text.Data, html: body.Html?.Data })
      response.writeHead(200, { 'content-type': 'application/json' }).end(`{"MessageId":"m-${mails.length}"}`)
    })
  })
  beforeAll(async () => {
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
    const address = server.address()
    process.env.SES_ENDPOINT = `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`
  })
  afterAll(() => void server.close())
  return {
    mails,
    refuse: (status: number | undefined) => {
      refusal = status
    },
  }
}

/** The token of the link in a mail. */
export const tokenIn = ({ text }: Pick<Mail, 'text'>): string => /\/s\/([\w-]{22})/.exec(text)?.[1] ?? ''
