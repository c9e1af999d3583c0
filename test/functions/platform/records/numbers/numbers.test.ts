import { expect, test, vi } from 'vitest'
import { Patient } from '#shared/entities/patient.ts'
import { as, type CallReply } from '#test/support/call.ts'
import { seed } from '#test/support/people.ts'
import { useTable } from '#test/support/table.ts'

const world = useTable()

async function caseBody(index: number) {
  const { siteId } = world()
  patientId ??= seed(Patient, { ...Patient.example, siteId }).then(({ id }) => id)
  const receivedAt = '2026-11-20T08:00:00.000Z'
  return {
    siteId,
    patientId: await patientId,
    type: 'complaint',
    channel: 'phone',
    receivedAt,
    summary: `No. ${index}`,
  }
}
let patientId: Promise<string> | undefined

const numbersOf = (replies: readonly CallReply[]) =>
  replies.map(({ body }) => Number(String(body.number).split('-').at(-1))).sort((a, b) => a - b)

/** Whole numbers from the first, one after another. */
const unbroken = (first: number, count: number) => Array.from({ length: count }, (_, index) => first + index)

test('100 cases that are created at once all get numbers, distinct and without gaps', async () => {
  const create = async (index: number) => as('officer')('POST /api/cases', await caseBody(index))
  const replies = await Promise.all(unbroken(0, 100).map(create))
  expect(replies.filter(({ status }) => status !== 201)).toEqual([])
  const numbers = numbersOf(replies)
  expect(numbers).toEqual(unbroken(numbers[0] ?? 0, 100))
})

test('instances that know nothing of each other draw no number twice and leave none out', async () => {
  const instances: (typeof as)[] = []
  for (let index = 0; index < 6; index++) {
    vi.resetModules()
    const { as } = await import('#test/support/call.ts')
    await as('officer')('GET /api/cases/case_none')
    instances.push(as)
  }
  const bodies = await Promise.all(unbroken(0, 60).map(caseBody))
  const replies = await Promise.all(
    bodies.map((body, index) => instances[index % instances.length]?.('officer')('POST /api/cases', body)),
  )
  const all = replies.flatMap((each) => each ?? [])
  expect(all.filter(({ status }) => status !== 201)).toEqual([])
  const numbers = numbersOf(all)
  expect(numbers).toEqual(unbroken(numbers[0] ?? 0, 60))
})

test('a creation that is refused leaves no gap', async () => {
  const body = await caseBody(1)
  const before = await as('officer')('POST /api/cases', body)
  const refused = await as('officer')('POST /api/cases', { ...body, summary: '' })
  const after = await as('officer')('POST /api/cases', body)
  expect(refused.status).toBe(422)
  expect(numbersOf([before, after])).toEqual(unbroken(numbersOf([before])[0] ?? 0, 2))
})
