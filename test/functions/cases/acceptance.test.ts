import { beforeAll, expect, test } from 'vitest'
import { Site } from '#shared/entities/site.ts'
import { as } from '#test/support/call.ts'
import { seed } from '#test/support/people.ts'
import { useTable } from '#test/support/table.ts'
import { call, caseNow, noticesAbout, receivedCase, tick } from './scene.ts'

const world = useTable()
beforeAll(() => call(world().userIds.officer, 'owner'))

const everyLevel = ['owner', 'unit-manager', 'director']
const alarmsAt = {
  50: (clock: string) => [`${clock}-near 50 owner`],
  80: (clock: string) => [`${clock}-near 80 owner`, `${clock}-near 80 unit-manager`],
  100: (clock: string) => everyLevel.map((level) => `${clock}-overdue 100 ${level}`),
}
/** When a clock alarms: at half, at four fifths and at its limit. */
type ClockTimes = readonly [clock: string, half: string, fourFifths: string, limit: string]

const office = (from: string, to: string, days: readonly string[]) =>
  Object.fromEntries(days.map((day) => [day, [{ from, to }]]))
const riyadh = {
  ...{ timeZone: 'Asia/Riyadh', code: 'RUH', receivedAt: '2026-09-22T13:00:00.000Z' },
  calendar: {
    ...office('08:00', '17:00', ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday']),
    holidays: [{ on: '2026-09-23' }, { on: '2026-09-24' }],
  },
  // Received on Tuesday at 16:00; two holidays and the weekend later, Sunday is the first working day.
  alarms: [
    ['acknowledgement', '2026-09-27T09:00:00.000Z', '2026-09-27T12:00:00.000Z', '2026-09-27T14:00:00.000Z'],
    ['extension-notice', '2026-09-25T13:00:00.000Z', '2026-09-27T08:12:00.000Z', '2026-09-28T13:00:00.000Z'],
    ['response', '2026-09-26T01:00:00.000Z', '2026-09-28T03:24:00.000Z', '2026-09-29T13:00:00.000Z'],
  ] as readonly ClockTimes[],
}
const rome = {
  ...{ timeZone: 'Europe/Rome', code: 'ROM', receivedAt: '2026-10-22T15:00:00.000Z' },
  calendar: {
    ...office('09:00', '18:00', ['monday', 'tuesday', 'wednesday', 'thursday', 'friday']),
    holidays: [{ on: '2026-10-23' }],
  },
  // Received on Thursday at 17:00; on the Sunday between, the clocks go back, so that every limit is an hour later.
  alarms: [
    ['acknowledgement', '2026-10-26T12:00:00.000Z', '2026-10-26T15:00:00.000Z', '2026-10-26T17:00:00.000Z'],
    ['extension-notice', '2026-10-25T15:30:00.000Z', '2026-10-27T11:00:00.000Z', '2026-10-28T16:00:00.000Z'],
    ['response', '2026-10-26T03:30:00.000Z', '2026-10-28T06:12:00.000Z', '2026-10-29T16:00:00.000Z'],
  ] as readonly ClockTimes[],
}
const minuteBefore = (instant: string) => new Date(Date.parse(instant) - 60_000).toISOString()

// From a real citation: no acknowledgement in 7 days, no letter of extension, an answer after 36 days.
test.each([riyadh, rome])(
  'in $timeZone, each of the three failures was alarmed before it happened and as it did',
  async (place) => {
    const { timeZone, code, calendar, receivedAt, alarms } = place
    const site = await seed(Site, { ...Site.example, code, timeZone, calendar })
    const id = await receivedCase(site.id, receivedAt, { ownerId: world().userIds.officer })
    const expected = alarms
      .flatMap(([clock, ...instants]) =>
        ([50, 80, 100] as const).map((percent, index) => ({
          at: instants[index] ?? '',
          told: alarmsAt[percent](clock),
        })),
      )
      .sort((a, b) => a.at.localeCompare(b.at))
    const told: string[] = []
    for (const { at, told: next } of expected) {
      await tick(minuteBefore(at))
      expect([at, await noticesAbout(id)]).toEqual([at, told.toSorted()])
      await tick(at)
      told.push(...next)
      expect([at, await noticesAbout(id)]).toEqual([at, told.toSorted()])
    }
    await tick(new Date(Date.parse(receivedAt) + 36 * 86_400_000).toISOString())
    expect(await noticesAbout(id)).toEqual(told.toSorted())
    expect((await caseNow(id)).dueAt).toBeUndefined()
    const late = await as('everyone')(`POST /api/cases/${id}/actions/acknowledge`, {
      how: 'phone',
      contactPerson: 'Huda',
    })
    expect(late.body.clocks[0]).toMatchObject({ name: 'acknowledgement', ending: 'late' })
  },
)
