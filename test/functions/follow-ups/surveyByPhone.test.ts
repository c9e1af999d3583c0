import { beforeAll, expect, test } from 'vitest'
import { Encounter } from '#shared/entities/encounter.ts'
import { Invitation } from '#shared/entities/invitation.ts'
import { Survey } from '#shared/entities/survey.ts'
import { as } from '#test/support/call.ts'
import { seed } from '#test/support/people.ts'
import { useTable } from '#test/support/table.ts'
import { followUpNow, patientAt, plannedAt, step } from './scene.ts'

const world = useTable()
let surveyId = ''
beforeAll(async () => {
  surveyId = (await seed(Survey, { ...Survey.example }, { status: 'published' })).id
})

const from = new Date(Date.now() - 86_400_000).toISOString()
const to = new Date(Date.now() + 86_400_000).toISOString()

test('a survey that nobody answered is asked on the phone, also after its link ended, and then the call is complete', async () => {
  const { siteId } = world()
  const patientId = await patientAt(siteId)
  const invitation = { ...Invitation.example, surveyId, patientId }
  const { id: invitationId } = await seed(Invitation, invitation, { siteId, status: 'expired', expiresAt: from })
  const id = await plannedAt(siteId, from, to, { patientId, kind: 'survey-by-phone', invitationId })
  expect((await step('officer', id, 'complete', { outcome: 'neutral' })).body.rule).toBe('SURVEY_FIRST')
  const survey = await as('officer')(`GET /api/surveys/${surveyId}`)
  const answers = Object.fromEntries(
    survey.body.questions.map(({ qid, type, options }: { qid: string; type: string; options?: { code: string }[] }) => [
      qid,
      options?.[0]?.code ?? (type === 'text' ? 'Good' : '5'),
    ]),
  )
  const phone = await as('officer')(`POST /api/invitations/${invitationId}/actions/answer-by-phone`, {
    answers,
    language: survey.body.languages[0],
  })
  expect([phone.status, phone.body.status]).toEqual([200, 'answered'])
  expect((await step('officer', id, 'complete', { outcome: 'neutral' })).body.status).toBe('done')
})

test('a stay that is marked for it plans a call after the patient went home, once', async () => {
  const { siteId } = world()
  const patientId = await patientAt(siteId)
  const today = new Date().toISOString().slice(0, 10)
  const stay = { ...Encounter.example, number: 'ENC-P1', siteId, patientId, careType: 'in', serviceOn: today }
  const { id } = await seed(Encounter, { ...stay, isPostOpCallWanted: true })
  const calls = async () =>
    (await as('officer')('GET /api/follow-ups', undefined, { query: { filter: { encounterId: id } } })).body
  expect(await calls()).toEqual([])
  const change = async (changes: object) => {
    const { body } = await as('officer')(`GET /api/encounters/${id}`)
    return as('officer')(`PATCH /api/encounters/${id}`, changes, { headers: { 'If-Match': `"${body.version}"` } })
  }
  expect((await change({ dischargedOn: today })).status).toBe(200)
  const [call] = await calls()
  expect(await followUpNow(call.id)).toMatchObject({ kind: 'post-op-call', patientId, status: 'planned' })
  await change({ isPostOpCallWanted: false })
  await change({ isPostOpCallWanted: true })
  expect(await calls()).toHaveLength(1)
})

test('a history that is imported plans no call whose time is over', async () => {
  const { siteId } = world()
  const patientId = await patientAt(siteId)
  const stay = { ...Encounter.example, number: 'ENC-P2', siteId, patientId, serviceOn: '2020-02-01' }
  const { id } = await seed(Encounter, { ...stay, dischargedOn: '2020-02-03', isPostOpCallWanted: true })
  const { body } = await as('officer')('GET /api/follow-ups', undefined, { query: { filter: { encounterId: id } } })
  expect(body).toEqual([])
})
