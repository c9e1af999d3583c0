import { beforeAll, expect, test } from 'vitest'
import { tick } from '#test/functions/cases/scene.ts'
import { useTable } from '#test/support/table.ts'
import { noticesAbout } from '../cases/scene.ts'
import { ask, caseOf, concededTo, judgedCase, offerNow, putLimits, take } from './scene.ts'

const world = useTable()
beforeAll(() => putLimits(world()))

const later = (at: string | undefined, days: number): string =>
  new Date(Date.parse(at ?? '') + days * 86_400_000).toISOString()

test('whoever decides is reminded at the half and near the end, and at the end the director is told too', async () => {
  const [id] = await ask('officer', await judgedCase(world()), { remedy: 'discount', amountMinor: 60_000 })
  const reminded = async () => (await noticesAbout(id)).filter((notice) => !notice.startsWith('offer-waits'))
  const half = ['offer-near 50 unit-manager']
  await tick((await offerNow(id)).alarmAt ?? '')
  expect(await reminded()).toEqual(half)
  await tick((await offerNow(id)).alarmAt ?? '')
  expect(await reminded()).toEqual([...half, 'offer-near 80 unit-manager'])
  await tick((await offerNow(id)).alarmAt ?? '')
  const all = [...half, 'offer-near 80 unit-manager', 'offer-overdue 100 director', 'offer-overdue 100 unit-manager']
  expect(await reminded()).toEqual(all)
  expect((await offerNow(id)).alarmAt).toBeUndefined()
  await tick(later((await offerNow(id)).dueAt, 30))
  expect(await reminded()).toEqual(all)
})

test('a decision ends the reminders', async () => {
  const [id] = await ask('officer', await judgedCase(world()), { remedy: 'discount', amountMinor: 60_000 })
  const { dueAt } = await offerNow(id)
  await take('unit-manager', id, 'approve')
  await tick(later(dueAt, 1))
  expect((await noticesAbout(id)).filter((notice) => /near|overdue/.test(notice))).toEqual([])
})

test('an offer that the patient leaves without an answer lapses after thirty days, and gives its cap back', async () => {
  const caseId = await judgedCase(world())
  const [id] = await ask('officer', caseId, { remedy: 'discount', amountMinor: 40_000 })
  await take('officer', id, 'make', { madeHow: 'By phone' })
  const made = await offerNow(id)
  expect(Math.round((Date.parse(made.dueAt ?? '') - Date.parse(made.madeAt ?? '')) / 86_400_000)).toBe(30)
  await tick(later(made.madeAt, 29))
  expect((await offerNow(id)).status).toBe('made')
  await tick(later(made.madeAt, 31))
  await tick(later(made.madeAt, 31))
  expect((await offerNow(id)).status).toBe('lapsed')
  expect(await concededTo(made.patientId ?? '')).toEqual([])
  expect((await caseOf(caseId)).standingOffers ?? 0).toBe(0)
  expect(await noticesAbout(id)).toEqual([`offer-lapsed ${world().userIds.officer}`])
})
