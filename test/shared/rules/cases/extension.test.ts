import { expect, it } from 'vitest'
import { Matter } from './matter.ts'

const receivedAt = '2026-03-02T07:00:00.000Z'
const at = (days: number) => new Date(Date.parse(receivedAt) + days * 86_400_000).toISOString()
const answering = () =>
  new Matter({ receivedAt, ownerId: 'owner', status: 'responding', acknowledgedAt: at(0.1) }, receivedAt)

it('a letter before the seventh day moves the answer, and the clock runs from the letter', () => {
  const matter = answering().step('extend', at(6), { untilAt: at(20) })
  expect(matter.record).toMatchObject({ responseDueAt: at(20) })
  expect(matter.record.clocks).toMatchObject([
    { name: 'acknowledgement' },
    { name: 'response', startedAt: receivedAt, dueAt: at(7), endedAt: at(6), ending: 'extended' },
    { name: 'extension-notice', endedAt: at(6), ending: 'in-time' },
    { name: 'response', startedAt: at(6), untilAt: at(20), dueAt: at(20) },
  ])
  expect(matter.record.dueAt).toBe(at(13))
})

it('an extended answer waits with the patient too, and can be extended again', () => {
  const matter = answering().step('extend', at(6), { untilAt: at(20) })
  matter.step('await-patient', at(8)).step('resume', at(11))
  expect(matter.record).toMatchObject({ responseDueAt: at(23) })
  expect(matter.step('extend', at(12), { untilAt: at(40) }).record).toMatchObject({ responseDueAt: at(40) })
})

it('a letter that was written down later counts from when it was sent', () => {
  const matter = answering().step('extend', at(9), { untilAt: at(20), noticeAt: at(5) })
  expect(matter.record).toMatchObject({ responseDueAt: at(20) })
})

it.each([
  ['EXTENSION_LATE', at(7), { untilAt: at(20) }],
  ['EXTENSION_SHORT', at(3), { untilAt: at(7) }],
  ['NOTICE_TIME', at(3), { untilAt: at(20), noticeAt: at(4) }],
  ['NOTICE_TIME', at(3), { untilAt: at(20), noticeAt: at(-1) }],
])('is refused by %s', (rule, now, body) => {
  expect(() => answering().step('extend', now, body)).toThrow(rule)
})
