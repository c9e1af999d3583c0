import fc from 'fast-check'
import { afterAll, beforeEach, expect, test, vi } from 'vitest'
import { product } from '#functions/platform/http/context.ts'
import { callConsumer } from '#functions/platform/jobs/consumers.ts'
import { writeDeadLetter } from '#functions/platform/jobs/deadLetters.ts'
import { handleStream, sweepEvents } from '#functions/platform/jobs/events.ts'
import { askGroups } from '#functions/platform/projection/ask.ts'
import { dueDeliveries, firstDeliveryAt, takeDelivery } from '#functions/platform/store/items/deliveryItems.ts'
import { conditionOf } from '#shared/api/condition.ts'
import { problem } from '#shared/declaration/problem.ts'
import { DeadLetter } from '#shared/entities/deadLetter.ts'
import { Notice } from '#shared/entities/notice.ts'
import { attemptLimit, nextAttemptAt } from '#shared/rules/deadLetters/pauses.ts'
import { inPool } from '#shared/values/inPool.ts'
import { useTable } from '#test/support/table.ts'
import { lettersOf, newPayer, outboxItems, passTo, recordsOf, stream, sweepThrough, TestConsumer } from './scene.ts'

useTable({ people: false })
vi.useFakeTimers({ toFake: ['Date'] })
afterAll(() => vi.useRealTimers())
// Each test begins with nothing that waits.
beforeEach(() => sweepThrough([]))

let consumers = 0
const succeeding = () => new TestConsumer(`succeeds-${consumers++}`)
const failing = (fails = () => true) => new TestConsumer(`fails-${consumers++}`, fails)
const noticesAbout = async (letters: readonly DeadLetter[]) =>
  (await recordsOf(Notice)).filter(({ aboutId }) => letters.some(({ id }) => id === aboutId))
const inMinutes = (minutes: number) => new Date(Date.now() + minutes * 60_000).toISOString()

test('a consumer that always fails is called twelve times over two hours, and then there is a dead letter', async () => {
  const [broken, sound] = [failing(), succeeding()]
  const eventId = await newPayer()
  expect(await sweepThrough([broken, sound])).toBe(1)
  const instants = broken.calls.map(({ at }) => at)
  expect(instants).toHaveLength(attemptLimit)
  const pauses = instants.slice(1).map((at, index) => at - (instants[index] ?? 0))
  for (const [index, pause] of pauses.entries()) {
    const least = Date.parse(nextAttemptAt(index + 1, inMinutes(0), 0) ?? '') - Date.now()
    expect(pause).toBeGreaterThanOrEqual(least)
    expect(pause).toBeLessThanOrEqual(least * 1.25)
  }
  expect(sound.calls).toHaveLength(1)
  const letters = await lettersOf(broken)
  const [firstFailedAt, lastFailedAt] = [instants[0], instants.at(-1)].map((at = 0) => new Date(at).toISOString())
  expect(letters).toMatchObject([
    {
      ...{ status: 'open', reason: 'RangeError', attempts: 12, firstFailedAt, lastFailedAt, version: 1 },
      ...{ eventId, recordId: eventId.split('#')[0], resource: 'payers', action: 'create' },
    },
  ])
  expect(JSON.stringify(letters)).not.toContain('Mariam')
})

test('the administrators are told once of a consumer that fails, however many events it fails for', async () => {
  const [broken, other] = [failing(), failing()]
  await Promise.all([newPayer(), newPayer(), newPayer()])
  await sweepThrough([broken, other])
  const letters = [await lettersOf(broken), await lettersOf(other)]
  expect(letters.map(({ length }) => length)).toEqual([3, 3])
  for (const own of letters) {
    const told = await noticesAbout(own)
    expect(told).toHaveLength(1)
    expect(told[0]).toMatchObject({ rule: 'dead-letter', toRole: 'admin', urgency: 'normal' })
  }
})

test('a thousand events that fail at once send one notice, and the list counts them all', {
  timeout: 120_000,
}, async () => {
  const consumer = 'count-response'
  const at = inMinutes(0)
  await inPool(Array.from({ length: 1000 }), 16, (_, index) => {
    const id = `payer_${index}`
    const event = { eventId: `${id}#1`, id, version: 1, resource: 'payers', action: 'create', changed: [], at }
    const failure = { consumer, attempts: 12, firstFailedAt: at, lastFailedAt: at, reason: 'TimeoutError' }
    return writeDeadLetter({ ...event, actorId: 'redress' }, failure)
  })
  const { groups } = await askGroups(
    DeadLetter,
    {
      by: [{ name: 'reason', field: 'reason' }],
      sum: [],
      conditions: [conditionOf(DeadLetter, 'consumer', consumer)],
    },
    { actor: product },
  )
  const letters = await lettersOf({ name: consumer })
  expect([groups[0]?.count, letters.length, (await noticesAbout(letters)).length]).toEqual([1000, 1000, 1])
})

test('one failing consumer holds up no event behind it, and nobody sees an event twice for it', async () => {
  const broken = failing()
  const sound = succeeding()
  for (let count = 0; count < 5; count++) {
    await newPayer()
    await sweepEvents([broken, sound])
    passTo(inMinutes(0.1))
  }
  expect(sound.calls).toHaveLength(5)
  expect(new Set(sound.calls.map(({ eventId }) => eventId)).size).toBe(5)
  expect(await outboxItems()).toEqual([])
})

test('a consumer that is mended handles what waits at its next attempt, and no dead letter is left', async () => {
  let isMended = false
  const mended = failing(() => !isMended)
  await newPayer()
  await sweepThrough([mended], 6)
  isMended = true
  expect(await sweepThrough([mended])).toBe(0)
  expect(mended.calls).toHaveLength(7)
  expect(await lettersOf(mended)).toEqual([])
  expect(await firstDeliveryAt()).toBeUndefined()
})

test('a worker that dies during an attempt has used it up, and another one goes on after two minutes', async () => {
  const broken = failing()
  await newPayer()
  await sweepThrough([broken], 5)
  for await (const entry of dueDeliveries(inMinutes(600))) expect(await takeDelivery(entry, inMinutes(2))).toBeDefined()
  expect((await sweepEvents([broken])).handled).toBe(0)
  await sweepThrough([broken])
  expect(broken.calls).toHaveLength(attemptLimit - 1)
  expect(await lettersOf(broken)).toMatchObject([{ attempts: attemptLimit }])
})

test('a worker that dies during the last attempt, or before the dead letter is written down, leaves one dead letter', async () => {
  const broken = failing()
  await newPayer()
  await sweepThrough([broken], attemptLimit - 1)
  for await (const entry of dueDeliveries(inMinutes(600))) await takeDelivery(entry, inMinutes(2))
  expect(await sweepThrough([broken])).toBe(1)
  expect(broken.calls).toHaveLength(attemptLimit - 1)
  expect(await lettersOf(broken)).toMatchObject([{ attempts: attemptLimit, reason: 'RangeError', version: 1 }])
})

test('of many workers at once one makes the attempt that is due', async () => {
  const broken = failing()
  await newPayer()
  await sweepThrough([broken], 3)
  await Promise.all([1, 2, 3, 4, 5].map(() => sweepEvents([broken])))
  expect(broken.calls).toHaveLength(4)
  for await (const entry of dueDeliveries(inMinutes(600))) {
    const taken = await Promise.all([1, 2, 3, 4, 5].map(() => takeDelivery(entry, inMinutes(2))))
    expect(taken.filter((each) => each !== undefined)).toHaveLength(1)
  }
})

test('a dead letter that is written down several times stands once, with one notice', async () => {
  const at = inMinutes(0)
  const event = { eventId: 'payer_a#1', id: 'payer_a', version: 1, resource: 'payers', action: 'create', at }
  const failure = { consumer: 'queue-job', attempts: 12, firstFailedAt: at, lastFailedAt: at, reason: 'Error' }
  const write = () => writeDeadLetter({ ...event, changed: [], actorId: 'redress' }, failure)
  await Promise.all([write(), write(), write()])
  await write()
  const letters = await lettersOf({ name: 'queue-job' })
  expect(letters).toMatchObject([{ version: 1 }])
  expect((await recordsOf(Notice)).filter(({ aboutId }) => aboutId === letters[0]?.id)).toHaveLength(1)
})

test('an event that ended whoever had it is put down to wait first, so that it is counted', async () => {
  const deadly = succeeding()
  await newPayer()
  passTo(inMinutes(6))
  const endless = new Promise<never>(() => {})
  const stuck = { ...deadly, handle: vi.fn(() => endless) }
  void sweepEvents([stuck])
  await vi.waitFor(() => expect(stuck.handle).toHaveBeenCalledOnce())
  expect(await outboxItems()).toEqual([])
  expect(Date.parse((await firstDeliveryAt()) ?? '') - Date.now()).toBeGreaterThan(60_000)
  await sweepThrough([deadly])
  expect(deadly.calls).toHaveLength(1)
})

test('events of a consumer that is gone are not lost', async () => {
  const gone = failing()
  await newPayer()
  await sweepThrough([gone], 1)
  await sweepThrough([])
  expect(await lettersOf(gone)).toMatchObject([{ reason: 'UnknownConsumer', attempts: attemptLimit }])
})

test('a dead letter names the error and its code, and nothing that an error says or somebody made up', async () => {
  const refused = Object.assign(new Error('Mariam'), { name: 'ServiceFault', code: 'MessageRejected' })
  const unreachable = new TypeError('fetch failed', { cause: { code: 'ECONNREFUSED' } })
  const named = Object.assign(new Error(''), { name: 'Mariam Saleh', code: '+966 500000000' })
  const errors = [refused, unreachable, problem('NOT_FOUND'), named, 'Mariam']
  const reasons = errors.map(async (error) => {
    const consumer = { ...succeeding(), handle: () => Promise.reject(error) }
    const event = { ...{ eventId: 'a#1', id: 'a', version: 1, resource: 'payers', action: 'create' }, changed: [] }
    return callConsumer([consumer], consumer.name, [{ ...event, at: inMinutes(0), actorId: 'redress' }])
  })
  expect((await Promise.all(reasons)).flat().map(({ reason }) => reason)).toEqual([
    ...['ServiceFault MessageRejected', 'TypeError ECONNREFUSED', 'NOT_FOUND', 'Error', 'Error'],
  ])
})

test('an idle sweep asks the table for little, and nothing is due before its time', async () => {
  const broken = failing()
  await newPayer()
  await sweepThrough([broken], 8)
  const next = (await firstDeliveryAt()) ?? ''
  passTo(new Date(Date.parse(next) - 1).toISOString())
  const before = broken.calls.length
  expect(await sweepEvents([broken])).toEqual({ handled: 0, deadLetters: 0 })
  expect(broken.calls).toHaveLength(before)
  passTo(next)
  expect((await sweepEvents([broken])).handled).toBe(1)
})

/** What may happen to the events of some payers: brought by the stream, once more, in disorder, swept, or two at once. */
const happenings = fc.array(fc.constantFrom('stream', 'again', 'shuffled', 'sweep', 'both', 'pass'), { maxLength: 12 })

test('duplicates in any order and by any way end alike: handled, or one dead letter for each that cannot be', {
  timeout: 120_000,
}, async () => {
  await fc.assert(
    fc.asyncProperty(happenings, fc.nat(3), async (steps, bad) => {
      await sweepThrough([])
      const events = await Promise.all([newPayer(), newPayer(), newPayer()])
      const unhandled = events.slice(0, bad)
      const partly = new TestConsumer(`partly-${consumers++}`, ({ eventId }) => unhandled.includes(eventId))
      const sound = succeeding()
      const all = [partly, sound]
      const brought = await stream()
      const shuffled = { Records: [...brought.Records].reverse() }
      for (const step of steps) {
        if (step === 'stream') await handleStream(all, await stream())
        if (step === 'again') await handleStream(all, brought)
        if (step === 'shuffled') await handleStream(all, shuffled)
        if (step === 'sweep') await sweepEvents(all)
        if (step === 'both') await Promise.all([handleStream(all, brought), sweepEvents(all), sweepEvents(all)])
        if (step === 'pass') passTo((await firstDeliveryAt()) ?? inMinutes(1))
      }
      await sweepThrough(all)
      expect((await lettersOf(partly)).map(({ eventId }) => eventId).sort()).toEqual([...unhandled].sort())
      expect(await lettersOf(sound)).toEqual([])
      expect(new Set(sound.calls.map(({ eventId }) => eventId))).toEqual(new Set(events))
      expect(await outboxItems()).toEqual([])
      expect(await firstDeliveryAt()).toBeUndefined()
    }),
    { numRuns: 10 },
  )
})
