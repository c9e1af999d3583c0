import { expect, test } from 'vitest'
import { listAddress } from '#admin/sheet/view/listParameters.ts'
import { readParameters } from '#admin/sheet/view/readParameters.ts'
import { Case } from '#shared/entities/case.ts'
import { Job } from '#shared/entities/job.ts'
import { Message } from '#shared/entities/message.ts'
import { person } from '#test/admin/fake/person.ts'

const officer = person('officer')
const read = (query: Record<string, string>) => readParameters(Case, officer, `?${new URLSearchParams(query)}`)

test('an address leads to the list that it was made of', () => {
  const parameters = {
    filter: { status_eq_any: ['received', 'assessed'], receivedAt_gte: '2026-03-15', q: 'nasser' },
    order: [
      ['status', 'ASC'],
      ['receivedAt', 'DESC'],
    ],
    group: 'receivedAt:month',
  } as const
  const address = listAddress('cases', parameters)
  expect(readParameters(Case, officer, address.slice(address.indexOf('?')))).toEqual({ parameters, dropped: [] })
})

test('a list without parameters has a plain address', () => {
  expect(listAddress('cases', {})).toBe('/cases')
  expect(read({}).parameters).toEqual({ filter: {}, order: [] })
})

test('the address of react-admin itself is understood', () => {
  const { parameters } = read({
    filter: '{"isOpen":true}',
    sort: 'responseDueAt',
    order: 'ASC',
    page: '1',
    perPage: '25',
  })
  expect(parameters).toEqual({ filter: { isOpen: true }, order: [['responseDueAt', 'ASC']] })
})

test.each([
  ['an unknown column', { filter: '{"foo":1,"status":"received"}' }, ['foo']],
  ['an order by an unknown column', { filter: '{"status":"received"}', sort: 'foo,number', order: 'ASC,ASC' }, ['foo']],
  ['an unknown group', { filter: '{"status":"received"}', group: 'foo' }, ['foo']],
  ['a comparison that does not fit', { filter: '{"status":"received","status_gte":"closed"}' }, ['status_gte']],
  ['a value that does not fit', { filter: '{"status":"received","receivedAt":"soon"}' }, ['receivedAt']],
  ['a search that is too short', { filter: '{"status":"received","q":"a"}' }, ['q']],
])('%s is left out and named, and the rest is kept', (_, query, dropped) => {
  const { parameters, dropped: left } = read(query)
  expect(left).toEqual(dropped)
  expect(parameters.filter).toEqual({ status: 'received' })
  expect(parameters.group).toBeUndefined()
})

test('what is no filter at all is left out', () => {
  expect(read({ filter: '{"status":' }).parameters.filter).toEqual({})
  expect(read({ filter: '[1]' }).dropped).toEqual(['0'])
})

test('a column that a person may not see cannot be asked for', () => {
  const entity = { ...Message, columns: [...Message.columns, 'to'] }
  const query = `?${new URLSearchParams({ filter: '{"to":"a@b.test"}', sort: 'to', order: 'ASC', group: 'to' })}`
  expect(readParameters(entity, officer, query).dropped).toEqual(['to'])
  expect(readParameters(entity, person('admin'), query).dropped).toEqual([])
})

test('a search is left out where there is none, and one Han letter is enough where there is', () => {
  expect(readParameters(Job, officer, '?filter={"q":"import"}').dropped).toEqual(['q'])
  expect(read({ filter: '{"q":"王"}' }).parameters.filter).toEqual({ q: '王' })
})

test('an order has no more columns than the server takes', () => {
  const { parameters } = read({ sort: 'status,type,number,severity,patientName', order: 'ASC' })
  expect(parameters.order).toHaveLength(4)
})
