import { beforeAll, expect, test } from 'vitest'
import { contactAt } from '#shared/rules/surveys/contactHours.ts'
import { as } from '#test/support/call.ts'
import { useTable } from '#test/support/table.ts'
import { invite, published, visit } from './scene.ts'

const world = useTable()
let surveyId = ''
beforeAll(async () => {
  surveyId = await published()
})

test('a department that is left out of surveys is not asked about, until it is taken in again', async () => {
  const query = { filter: { list: 'departments', code: 'Maternity' } }
  const [{ id }] = (await as('admin')('GET /api/terms', undefined, { query })).body
  const leaveOut = (isExcluded: boolean, version: number) =>
    as('admin')(`PATCH /api/terms/${id}`, { isExcluded, version })
  await leaveOut(true, 1)
  const { encounterId } = await visit(world().siteId, {}, { department: 'Maternity' })
  const request = { encounterIds: [encounterId], channel: 'link' }
  expect(await invite(surveyId, request)).toMatchObject([{ status: 'not-invited', rule: 'DEPARTMENT_EXCLUDED' }])
  await leaveOut(false, 2)
  expect(await invite(surveyId, request)).toMatchObject([{ status: 'sent' }])
})

test('a text message waits for the hours of the site’s profile', () => {
  const figures = { profileId: 'p', validFrom: '2026-01-01', limitAMinor: 1, limitBMinor: 2 }
  const later = { ...figures, contactFrom: '10:30', contactTo: '12:00', fromAt: '2026-03-01T00:00:00.000Z' }
  const site = { timeZone: 'Asia/Riyadh', profiles: [later] }
  expect(contactAt(site, '2026-02-01T06:15:00.000Z')).toBe('2026-02-01T06:15:00.000Z')
  expect(contactAt(site, '2026-03-02T06:15:00.000Z')).toBe('2026-03-02T07:30:00.000Z')
  expect(contactAt(site, '2026-03-02T09:00:00.000Z')).toBe('2026-03-03T07:30:00.000Z')
})
