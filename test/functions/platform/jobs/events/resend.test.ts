import { afterAll, beforeEach, expect, test, vi } from 'vitest'
import { runJobs } from '#functions/lambdas/jobs.ts'
import type { Consumer } from '#functions/platform/jobs/consumers.ts'
import { resendDeadLetter } from '#functions/platform/jobs/deadLetters.ts'
import { handleStream, sweepEvents } from '#functions/platform/jobs/events.ts'
import { Notice } from '#shared/entities/notice.ts'
import { as } from '#test/support/call.ts'
import type { Person } from '#test/support/people.ts'
import { useTable } from '#test/support/table.ts'
import { lettersOf, newPayer, recordsOf, stream, sweepThrough, TestConsumer } from './scene.ts'

useTable()
vi.useFakeTimers({ toFake: ['Date'] })
afterAll(() => vi.useRealTimers())
beforeEach(() => sweepThrough([]))

/** A consumer that fails until it is mended, another one that never does, and what sends dead letters again. */
class Ground {
  static count = 0
  isMended = false
  readonly broken = new TestConsumer(`fails-${Ground.count++}`, () => !this.isMended)
  readonly sound = new TestConsumer('succeeds')
  readonly consumers: readonly Consumer[] = [
    this.broken,
    this.sound,
    {
      ...{ name: 'resend', resource: 'dead-letters', action: 'resend' },
      handle: (step) => resendDeadLetter(this.consumers, step),
    },
  ]
  /** Gives up the event of each new payer, and forgets the calls that led there. */
  async deadLetters(count: number) {
    for (let payer = 0; payer < count; payer++) await newPayer()
    await sweepThrough(this.consumers)
    for (const { calls } of [this.broken, this.sound]) calls.splice(0)
    return lettersOf(this.broken)
  }
  letters = () => lettersOf(this.broken)
}

const resend = (id: string | undefined) => as('admin')(`POST /api/dead-letters/${id}/actions/resend`, {})

test.each(['stream', 'sweep'])(
  'what is sent again is handled by the consumer that failed alone: by the %s',
  async (way) => {
    const ground = new Ground()
    const [letter] = await ground.deadLetters(1)
    ground.isMended = true
    expect(await resend(letter?.id)).toMatchObject({
      status: 200,
      body: { status: 'resent', resentBy: expect.stringMatching(/^user_/) },
    })
    if (way === 'stream') await handleStream(ground.consumers, await stream())
    else await sweepEvents(ground.consumers)
    expect(ground.broken.calls).toMatchObject([{ eventId: letter?.eventId }])
    expect(ground.sound.calls).toEqual([])
    expect(await ground.letters()).toMatchObject([{ status: 'solved', attempts: 12, solvedAt: expect.any(String) }])
  },
)

test('another failure counts on, opens the dead letter again, and tells nobody a second time', async () => {
  const ground = new Ground()
  const [letter] = await ground.deadLetters(1)
  for (const attempts of [13, 14]) {
    await resend(letter?.id)
    await sweepThrough(ground.consumers)
    expect(await ground.letters()).toMatchObject([{ status: 'open', attempts, reason: 'RangeError' }])
  }
  expect((await recordsOf(Notice)).filter(({ aboutId }) => aboutId === letter?.id)).toHaveLength(1)
  ground.isMended = true
  await resend(letter?.id)
  await sweepThrough(ground.consumers)
  expect(await ground.letters()).toMatchObject([{ status: 'solved', attempts: 14 }])
  expect((await resend(letter?.id)).body).toMatchObject({ rule: 'STATE', parameters: { state: 'solved' } })
})

test('the administrators are told again once every dead letter before was solved, and not while one is open', async () => {
  const ground = new Ground()
  const told = async () => {
    const ids = (await ground.letters()).map(({ id }) => id)
    return (await recordsOf(Notice)).filter(({ aboutId }) => ids.includes(aboutId)).length
  }
  const solve = async (ids: readonly (string | undefined)[]) => {
    ground.isMended = true
    await Promise.all(ids.map(resend))
    await sweepThrough(ground.consumers)
    ground.isMended = false
  }
  const [first, ...others] = await ground.deadLetters(4)
  await solve([first?.id])
  await ground.deadLetters(1)
  expect(await told()).toBe(1)
  await solve([...others, (await ground.letters()).find(({ status }) => status === 'open')].map((each) => each?.id))
  const open = (await ground.letters()).filter(({ status }) => status === 'open')
  await solve(open.map(({ id }) => id))
  await ground.deadLetters(2)
  expect(await told()).toBe(2)
})

test('two administrators at once send it again once, and an event that comes twice changes nothing', async () => {
  const ground = new Ground()
  const [letter] = await ground.deadLetters(1)
  ground.isMended = true
  const answers = await Promise.all([resend(letter?.id), resend(letter?.id), resend(letter?.id)])
  expect(answers.filter(({ status }) => status === 200)).toHaveLength(1)
  const brought = await stream()
  await Promise.all([handleStream(ground.consumers, brought), sweepEvents(ground.consumers)])
  const handled = await ground.letters()
  const calls = ground.broken.calls.length
  await handleStream(ground.consumers, brought)
  expect(ground.broken.calls).toHaveLength(calls)
  expect(await ground.letters()).toEqual(handled)
  expect(handled).toMatchObject([{ status: 'solved', version: 3 }])
})

test('many are sent again at once, each for itself', async () => {
  const ground = new Ground()
  const letters = await ground.deadLetters(7)
  ground.isMended = true
  const ids = letters.slice(0, 5).map(({ id }) => id)
  const { body } = await as('admin')('POST /api/dead-letters/bulk', { ids, action: 'resend' })
  expect(body).toMatchObject({ matched: 5 })
  await runJobs()
  await sweepThrough(ground.consumers)
  const solved = (await ground.letters()).filter(({ status }) => status === 'solved')
  expect(solved.map(({ id }) => id).sort()).toEqual([...ids].sort())
  expect(ground.broken.calls).toHaveLength(5)
})

test('administrators and auditors see dead letters, and administrators send them again', async () => {
  const [letter] = await new Ground().deadLetters(1)
  const read = async (person: Person) => (await as(person)(`GET /api/dead-letters/${letter?.id}`)).status
  for (const person of ['admin', 'auditor'] as const) expect(await read(person)).toBe(200)
  for (const person of ['officer', 'director'] as const) expect(await read(person)).toBe(403)
  for (const person of ['officer', 'auditor', 'director'] as const)
    expect((await as(person)(`POST /api/dead-letters/${letter?.id}/actions/resend`, {})).status).toBe(403)
})
