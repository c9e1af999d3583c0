import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { sweep } from '#functions/lambdas/events.ts'
import { product } from '#functions/platform/http/context.ts'
import { askIds } from '#functions/platform/projection/ask.ts'
import { tickKey } from '#functions/platform/store/keys.ts'
import { extendLease, takeLease } from '#functions/platform/store/lease.ts'
import { conditionOf } from '#shared/api/condition.ts'
import { DeadLetter } from '#shared/entities/deadLetter.ts'
import { noticesAbout, receivedCase, tick } from '#test/functions/cases/scene.ts'
import { as } from '#test/support/call.ts'
import { useTable } from '#test/support/table.ts'
import { anotherSite, damage, deadLetterNotices, lettersAbout, type Mend, spoil, takeAway } from './scene.ts'

const world = useTable()
const monday = '2026-03-02T07:00:00.000Z'
const at = (minutes: number) => new Date(Date.parse(monday) + minutes * 60_000).toISOString()
const alarmDue = 23 * 60
const isTold = async (id: string) => (await noticesAbout(id)).length > 0

/** Ways in which a case, or what it needs, may be spoilt so that its alarm cannot be given. */
const poisons: Record<string, (id: string, siteId: string) => Promise<Mend>> = {
  'its bytes are damaged': (id) => damage(id),
  'its dates are absurd': (id) =>
    spoil(id, { clocks: [{ name: 'acknowledgement', startedAt: 'long ago' }], receivedAt: '∞' }),
  'its site is gone': (_id, siteId) => takeAway(siteId),
  'its site is damaged': (_id, siteId) => damage(siteId),
  'its site is deleted': (_id, siteId) => spoil(siteId, { deletedAt: monday }),
  'its site is not named': (id) => spoil(id, { siteId: null }),
}

/** Runs the tick every five minutes for some hours; how often it failed. */
async function runFor(hours: number, from = alarmDue): Promise<number> {
  let failed = 0
  for (let minutes = from; minutes < from + hours * 60; minutes += 5)
    failed += Number(((await tick(at(minutes))) as Record<string, number>).failed)
  return failed
}

/** Runs the tick as often as something is tried, with the longest pauses between. */
async function runOften(from = 0): Promise<void> {
  for (let count = from; count < from + 14; count++) await tick(at(alarmDue + count * 76))
}

describe('a case whose alarm cannot be given', () => {
  test.each(Object.keys(poisons))(
    'because %s stops no other, is told once, and is given when that is mended',
    async (name) => {
      const siteId = await anotherSite()
      const bad = await receivedCase(siteId, monday)
      const good = await receivedCase(world().siteId, monday)
      const mend = await poisons[name]?.(bad, siteId)
      await tick(at(alarmDue))
      expect(await isTold(good)).toBe(true)
      const attempts = await runFor(6, alarmDue + 5)
      expect(attempts).toBeLessThan(20)
      expect(await lettersAbout(bad)).toEqual([expect.stringMatching(/^open /)])
      await mend?.()
      await runFor(2, alarmDue + 7 * 60)
      expect(await isTold(bad)).toBe(true)
      expect(await lettersAbout(bad)).toEqual([expect.stringMatching(/^solved /)])
    },
  )

  test('is tried at once when somebody sends it again', async () => {
    const siteId = await anotherSite()
    const bad = await receivedCase(siteId, monday)
    const mend = await damage(siteId)
    expect(await runFor(6)).toBeLessThan(25)
    const [letter = ''] = await askIds(
      DeadLetter,
      { conditions: [conditionOf(DeadLetter, 'recordId', bad)] },
      { actor: product },
    )
    expect((await as('admin')(`POST /api/dead-letters/${letter}/actions/resend`, {})).status).toBe(200)
    await sweep()
    await tick(new Date().toISOString())
    expect(await lettersAbout(bad)).toEqual(['open DamagedValue'])
    await mend()
    await as('admin')(`POST /api/dead-letters/${letter}/actions/resend`, {})
    await sweep()
    await tick(new Date().toISOString())
    expect(await lettersAbout(bad)).toEqual(['solved DamagedValue'])
  })
})

test('what ended the process is tried by itself afterwards, and the others are done first', async () => {
  const cases = [await receivedCase(world().siteId, monday), await receivedCase(world().siteId, monday)]
  const lease = await takeLease(tickKey('deadlines'), 1)
  if (!lease) throw new Error('Nobody else has this lease')
  const begun = cases.map((id) => ({
    eventId: `${id}#${at(0)}`,
    resource: 'cases',
    id,
    version: 0,
    action: 'due',
    changed: [],
    at: at(0),
    actorId: 'redress',
  }))
  await extendLease(lease, 1, { set: { begun: JSON.stringify(begun) } })
  await new Promise((resolve) => setTimeout(resolve, 5))
  await tick(at(alarmDue))
  for (const id of cases) expect(await isTold(id)).toBe(true)
})

test('of any cases that are due exactly the sound ones are told, and the others once they are mended', async () => {
  const names = Object.keys(poisons)
  const plan = fc.array(fc.option(fc.constantFrom(...names), { nil: undefined }), { minLength: 1, maxLength: 8 })
  const before = await deadLetterNotices()
  await fc.assert(
    fc.asyncProperty(plan, async (kinds) => {
      const made = []
      for (const kind of kinds) {
        const siteId = await anotherSite()
        const id = await receivedCase(siteId, monday)
        made.push({ id, mend: kind === undefined ? undefined : await poisons[kind]?.(id, siteId) })
      }
      await runOften()
      for (const { id, mend } of made) {
        expect(await isTold(id)).toBe(mend === undefined)
        expect((await lettersAbout(id)).length).toBe(mend === undefined ? 0 : 1)
      }
      for (const { mend } of made) await mend?.()
      await runOften(20)
      for (const { id } of made) expect(await isTold(id)).toBe(true)
    }),
    { numRuns: 4 },
  )
  // One notice a cause while it is open, and not one a case and a tick.
  expect((await deadLetterNotices()) - before).toBeLessThan(40)
})
