import { afterEach, expect, test, vi } from 'vitest'
import { type ClockWork, dueSchedules, startClock } from '#infra/local/process/clock.ts'

afterEach(() => {
  vi.useRealTimers()
  vi.restoreAllMocks()
})

const work = (more: Partial<ClockWork> = {}): ClockWork => ({
  schedules: [
    { name: 'often', everyMinutes: 5 },
    { name: 'daily', everyMinutes: 1440 },
  ],
  tick: vi.fn(async () => undefined),
  sweep: async () => 0,
  nextSweepAt: async () => undefined,
  work: async () => 0,
  ...more,
})

test('a schedule is due at its multiples of the UTC clock', () => {
  const { schedules } = work()
  const due = (instant: string) => dueSchedules(schedules, new Date(instant))
  expect(due('2026-03-29T01:05:59Z')).toEqual(['often'])
  expect(due('2026-03-29T01:06:00Z')).toEqual([])
  expect(due('2026-03-29T00:00:30Z')).toEqual(['often', 'daily'])
})

test('ticks start in their minute, and a failing tick does not stop the others', async () => {
  vi.useFakeTimers({ now: new Date('2026-03-28T23:58:10.500Z') })
  const failing = vi.spyOn(console, 'error').mockReturnValue()
  const tick = vi.fn(async () => Promise.reject(new Error('no')))
  const clock = startClock(work({ tick }), false)
  await vi.advanceTimersByTimeAsync(7 * 60_000)
  await clock.stop()
  expect(tick.mock.calls.flat()).toEqual([
    { tick: 'often', at: '2026-03-29T00:00:00.000Z' },
    { tick: 'daily', at: '2026-03-29T00:00:00.000Z' },
    { tick: 'often', at: '2026-03-29T00:05:00.000Z' },
  ])
  expect(failing).toHaveBeenCalledTimes(3)
})

test('a manual clock never ticks, but sweeps and runs jobs', async () => {
  vi.useFakeTimers()
  const parts = work({ sweep: vi.fn(async () => 0), work: vi.fn(async () => 0) })
  const clock = startClock(parts, true)
  await vi.advanceTimersByTimeAsync(6 * 60_000)
  await clock.stop()
  expect(parts.tick).not.toHaveBeenCalled()
  for (const part of [parts.sweep, parts.work]) expect(vi.mocked(part).mock.calls.length).toBeGreaterThan(30)
})

test('an idle clock asks for work now and then, and at once when a record is written', async () => {
  vi.useFakeTimers()
  const parts = work({ sweep: vi.fn(async () => 0), work: vi.fn(async () => 0) })
  const counts = () => [parts.sweep, parts.work].map((part) => vi.mocked(part).mock.calls.length)
  const clock = startClock(parts, true)
  await vi.advanceTimersByTimeAsync(9_000)
  expect(counts()).toEqual([1, 1])
  clock.wake('cases')
  await vi.advanceTimersByTimeAsync(1)
  expect(counts()).toEqual([2, 1])
  clock.wake('jobs')
  await vi.advanceTimersByTimeAsync(1)
  expect(counts()).toEqual([3, 2])
  await clock.stop()
})

test('an idle sweeper sleeps until an event that failed is due, and no shorter than a moment', async () => {
  vi.useFakeTimers({ now: new Date('2026-03-29T08:00:00.000Z') })
  const instants = ['2026-03-29T08:00:04.000Z', '2026-03-29T08:00:00.000Z', '2026-03-29T09:00:00.000Z']
  const parts = work({ sweep: vi.fn(async () => 0), nextSweepAt: async () => instants.shift() })
  const sweeps = () => vi.mocked(parts.sweep).mock.calls.length
  const clock = startClock(parts, true)
  await vi.advanceTimersByTimeAsync(3_999)
  expect(sweeps()).toBe(1)
  await vi.advanceTimersByTimeAsync(1)
  expect(sweeps()).toBe(2)
  await vi.advanceTimersByTimeAsync(60)
  expect(sweeps()).toBe(3)
  await vi.advanceTimersByTimeAsync(9_900)
  expect(sweeps()).toBe(3)
  await clock.stop()
})

test('waiting work starts at once, and a failure pauses the loop without ending it', async () => {
  vi.useFakeTimers()
  const failing = vi.spyOn(console, 'error').mockReturnValue()
  const answers = [3, 2, new Error('throttled'), 1]
  const sweep = vi.fn(async () => {
    const next = answers.shift() ?? 0
    if (next instanceof Error) throw next
    return next
  })
  const clock = startClock(work({ sweep }), true)
  await vi.advanceTimersByTimeAsync(10)
  expect(sweep).toHaveBeenCalledTimes(3)
  await vi.advanceTimersByTimeAsync(2000)
  expect(answers).toEqual([])
  expect(failing).toHaveBeenCalledOnce()
  await clock.stop()
})

test('a stop waits for the sweep that is running', async () => {
  let isDone = false
  const sweep = async () => {
    await new Promise((resolve) => setTimeout(resolve, 50))
    isDone = true
    return 0
  }
  const clock = startClock(work({ sweep }), true)
  await clock.stop()
  expect(isDone).toBe(true)
})
