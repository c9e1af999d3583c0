import { expect, test } from 'vitest'
import { as } from '#test/support/call.ts'
import { useTable } from '#test/support/table.ts'

const world = useTable()
const step = (person: 'officer' | 'admin' | 'second-officer', name: string, body: Record<string, unknown>) =>
  as(person)(`POST /api/users/${world().userIds.officer}/actions/${name}`, body)
const hours = { sunday: [{ from: '08:00', to: '12:00' }] }

test('a person chooses their own mail, and an administrator may for them; nobody else', async () => {
  expect((await step('officer', 'choose-mail', { noticeMail: 'urgent', noticeHours: hours })).body).toMatchObject({
    noticeMail: 'urgent',
    noticeHours: hours,
  })
  expect((await step('second-officer', 'choose-mail', { noticeMail: 'none' })).body.rule).toBe('OWN_ONLY')
  const { body } = await step('admin', 'choose-mail', { noticeMail: 'all' })
  expect(body).toMatchObject({ noticeMail: 'all' })
  expect(body).not.toHaveProperty('noticeHours')
})

test('an absence has a deputy who is there, and ends after it begins', async () => {
  const { officer, 'second-officer': deputyId } = world().userIds
  const plan = (body: Record<string, unknown>) => step('officer', 'plan-absence', body)
  expect((await plan({ awayFrom: '2026-12-20', awayTo: '2026-12-10' })).body.rule).toBe('AWAY_ORDER')
  expect((await plan({ awayFrom: '2026-12-20', deputyId: officer })).body.rule).toBe('DEPUTY_SELF')
  const absence = { awayFrom: '2026-12-10', awayTo: '2026-12-20', deputyId }
  expect((await plan(absence)).body).toMatchObject(absence)
  expect((await plan({})).body).not.toHaveProperty('awayFrom')
})

test('one who left is nobody’s deputy, and keeps nobody from changing a record', async () => {
  const { officer, 'second-officer': deputyId } = world().userIds
  const change = (id: string, changes: Record<string, unknown>) =>
    as('admin')(`PATCH /api/users/${id}`, changes).then(({ body }) => body)
  const patch = async (id: string, changes: Record<string, unknown>) =>
    change(id, { ...changes, version: (await as('admin')(`GET /api/users/${id}`)).body.version })
  await patch(officer, { deputyId })
  await patch(deputyId, { isActive: false })
  expect(await patch(officer, { name: 'Test renamed' })).toMatchObject({ name: 'Test renamed', deputyId })
  await patch(officer, { deputyId: null })
  expect((await patch(officer, { deputyId })).rule).toBe('DEPUTY_INACTIVE')
})

test('hours are times in order', async () => {
  const choose = (from: string, to: string) =>
    step('officer', 'choose-mail', { noticeMail: 'all', noticeHours: { monday: [{ from, to }] } })
  expect((await choose('12:00', '08:00')).body.rule).toBe('HOURS_ORDER')
  expect((await choose('8', '12:00')).body.issues).toHaveProperty(['noticeHours.monday.0.from', 'rule'], 'NOT_A_TIME')
})
