import { beforeAll, expect, test } from 'vitest'
import { contextFor, product } from '#functions/platform/http/context.ts'
import { deliver } from '#functions/surveys/sendInvitation.ts'
import { Patient } from '#shared/entities/patient.ts'
import { as } from '#test/support/call.ts'
import { seed } from '#test/support/people.ts'
import { useTable } from '#test/support/table.ts'
import { invite, linked, open, published, questionnaire, send, stored, visit } from './scene.ts'

const world = useTable()
let surveyId = ''
beforeAll(async () => {
  surveyId = await published()
})

test('a survey is published only when every language is complete, and the refusal names what is missing', async () => {
  const [first, ...others] = questionnaire.questions
  const half = { ...questionnaire, questions: [{ ...first, text: { en: 'Only English' } }, ...others] }
  const { body } = await as('admin')('POST /api/surveys', half)
  const refused = await as('admin')(`POST /api/surveys/${body.id}/actions/publish`, {})
  expect(refused.status).toBe(409)
  expect(refused.body).toMatchObject({
    rule: 'SURVEY_INCOMPLETE',
    message: 'Texts are missing. ar: question overall.',
    parameters: { reasons: [{ rule: 'TEXTS_MISSING', parameters: { language: 'ar', places: ['question overall'] } }] },
  })
  const mended = await as('admin')(`PATCH /api/surveys/${body.id}`, { questions: questionnaire.questions, version: 1 })
  expect(mended.status).toBe(200)
  expect((await as('admin')(`POST /api/surveys/${body.id}/actions/publish`, {})).body.status).toBe('published')
})

test('a published survey never changes; a new version is a draft of its own', async () => {
  const id = await published()
  const { body } = await as('admin')(`GET /api/surveys/${id}`)
  const refused = await as('admin')(`PATCH /api/surveys/${id}`, { linkDays: 3, version: body.version })
  expect(refused.body).toMatchObject({ status: 409, rule: 'SURVEY_FIXED' })
  const next = await as('admin')(`POST /api/surveys/${id}/actions/new-version`, {})
  expect(next.body).toMatchObject({ status: 'draft', versionNo: 2, fromId: id, questions: body.questions })
  expect((await as('admin')(`POST /api/surveys/${id}/actions/retire`, {})).body.status).toBe('retired')
  const { patientId } = await visit(world().siteId)
  const late = await as('officer')(`POST /api/surveys/${id}/actions/invite`, {
    patientIds: [patientId],
    channel: 'link',
  })
  expect(late.status).toBe(409)
})

test('one visit has one invitation, although many people invite', async () => {
  const { encounterId } = await visit(world().siteId)
  const request = { encounterIds: [encounterId], channel: 'email' }
  const answers = (await Promise.all([1, 2, 3, 4].map(() => invite(surveyId, request)))).flat()
  expect(new Set(answers.map(({ id }) => id)).size).toBe(1)
  expect(answers.filter(({ rule }) => rule === undefined)).toHaveLength(1)
  expect(await stored(answers[0]?.id ?? '')).toMatchObject({ status: 'queued', toSend: 'invitation', version: 1 })
})

test('two surveys at the same moment make one invitation: the quarantine applies to all surveys', async () => {
  const other = await published()
  const { encounterId, patientId } = await visit(world().siteId)
  const answers = await Promise.all([
    invite(surveyId, { encounterIds: [encounterId], channel: 'link' }),
    invite(other, { patientIds: [patientId], channel: 'link' }),
  ])
  expect(answers.flat().filter(({ url }) => url)).toHaveLength(1)
  expect(answers.flat().filter(({ rule }) => rule === 'QUARANTINED')).toHaveLength(1)
})

test('a patient whose record was merged is not invited, and the one who stays is asked as one person', async () => {
  const [merged, stays] = [await visit(world().siteId), await visit(world().siteId)]
  const [sent] = await invite(surveyId, { encounterIds: [merged.encounterId], channel: 'email' })
  await as('officer')(`POST /api/patients/${merged.patientId}/actions/merge`, { intoId: stays.patientId })
  const again = { patientIds: [merged.patientId, stays.patientId], channel: 'link' }
  expect((await invite(surveyId, again)).map(({ rule }) => rule)).toEqual(['PATIENT_MERGED', 'QUARANTINED'])
  await deliver(contextFor(product, 'event', new Date().toISOString(), 'test'), sent?.id ?? '')
  expect(await stored(sent?.id ?? '')).toMatchObject({ status: 'cancelled' })
})

test.each([
  ['CONSENT_REFUSED', 'email', { contactConsent: { surveys: { status: 'refused' } } }],
  ['MINOR', 'email', { birthDate: '2020-02-29' }],
  ['NO_EMAIL', 'email', { email: undefined }],
  ['NO_PHONE', 'sms', { phone: undefined }],
])('%s by %s', async (rule, channel, body) => {
  const { encounterId } = await visit(world().siteId, body)
  const [answer] = await invite(surveyId, { encounterIds: [encounterId], channel })
  expect(answer).toMatchObject({ encounterId, status: 'not-invited', rule })
})

test('people of another site are not found', async () => {
  const { encounterId } = await visit(world().foreignSiteId)
  const [answer] = await invite(surveyId, { encounterIds: [encounterId], channel: 'link' })
  expect(answer).toMatchObject({ status: 'not-invited', rule: 'NOT_FOUND' })
})

test('a second link belongs to the same invitation, and both work', async () => {
  const { encounterId, id, token } = await linked(world().siteId, surveyId)
  const [again] = await invite(surveyId, { encounterIds: [encounterId], channel: 'link' })
  expect(again?.id).toBe(id)
  const second = again?.url.slice(-22) ?? ''
  expect(second).not.toBe(token)
  expect((await open(token)).status).toBe(200)
  expect((await send(second, { 'q.overall': '9' })).status).toBe(200)
  expect((await open(token)).status).toBe(409)
})

test('a token is stored nowhere and is only in the link', async () => {
  const { id, token } = await linked(world().siteId, surveyId)
  expect(token).toMatch(/^[\w-]{22}$/)
  expect(JSON.stringify(await stored(id))).not.toContain(token)
  const seen = await as('admin')('GET /api/history', undefined, { query: { resource: 'invitations', id } })
  expect(seen.text).not.toContain(token)
})

test('answers by phone count like those of the page', async () => {
  const { id, token } = await linked(world().siteId, surveyId)
  const phone = (answers: object) =>
    as('officer')(`POST /api/invitations/${id}/actions/answer-by-phone`, { answers, language: 'ar' })
  expect((await phone({ overall: '12' })).body).toMatchObject({
    errors: { 'answers.overall': 'This is not an answer to the question.' },
    issues: { 'answers.overall': { rule: 'ANSWER_UNKNOWN', parameters: {} } },
  })
  expect((await phone({ overall: '10', good: ['nurse'] })).body.status).toBe('answered')
  expect((await phone({ overall: '1' })).body).toMatchObject({ status: 409, rule: 'ALREADY_ANSWERED' })
  expect((await open(token)).status).toBe(409)
})

test('an invitation for nobody, for two recipients or without a channel is refused', async () => {
  const { id: patientId } = await seed(Patient, { ...Patient.example, siteId: world().siteId, memberNumber: 'M-X' })
  const ask = (body: object) => as('officer')(`POST /api/surveys/${surveyId}/actions/invite`, body)
  expect((await ask({ channel: 'link' })).status).toBe(422)
  expect((await ask({ patientIds: ['Mariam'], channel: 'link' })).status).toBe(422)
  expect((await ask({ patientIds: [patientId], encounterIds: [], channel: 'link' })).status).toBe(422)
  expect((await ask({ patientIds: [patientId] })).status).toBe(422)
})
