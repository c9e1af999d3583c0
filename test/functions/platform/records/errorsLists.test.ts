import { beforeAll, expect, test } from 'vitest'
import { Case } from '#shared/entities/case.ts'
import { Patient } from '#shared/entities/patient.ts'
import { refused } from '#test/functions/platform/http/refused.ts'
import { as } from '#test/support/call.ts'
import { seed } from '#test/support/people.ts'
import { useTable } from '#test/support/table.ts'

const world = useTable()
const ids = { caseId: '', patientId: '' }

const newCase = () => ({ ...Case.example, siteId: world().siteId, patientId: ids.patientId })
const list = (query: Record<string, unknown>, resource = 'cases') =>
  as('officer')(`GET /api/${resource}`, undefined, { query })

beforeAll(async () => {
  ids.patientId = (await seed(Patient, { ...Patient.example, siteId: world().siteId })).id
  ids.caseId = (await seed(Case, newCase())).id
})

test.each<[string, Record<string, unknown>, RegExp?]>([
  ['a range too wide', { range: [0, 200] }, /1 to 200 rows/],
  ['a range too far', { range: [6_000_000, 6_000_024] }, /too far/],
  ['a range backwards', { range: [24, 0] }],
  ['a negative range', { range: [-1, 24] }],
  ['a range of fractions', { range: [0.5, 24] }],
  ['a range of one number', { range: [24] }],
  ['a range without numbers', { range: '[NaN,24]' }, /JSON/],
  ['a range past all numbers', { range: '[0,1e999]' }],
  ['a limit of nothing', { limit: 0 }],
  ['a negative limit', { limit: -5 }],
  ['a limit too high', { limit: 201 }],
  ['a limit that is no number', { limit: 'NaN' }],
  ['a limit in another notation', { limit: '0x10' }],
  ['a cursor nobody wrote', { cursor: 'abc' }, /another list/],
  ['a cursor with a false signature', { cursor: 'WyJhbGwiLFtudWxsXSwyNV0.AAAAAAAAAAAAAAAAAAAAAA' }],
  ['an unknown parameter', { page: 2 }, /no parameter “page”/],
  ['a filter that is no JSON', { filter: '{' }],
  ['a filter that is a list', { filter: [] }],
  ['a filter by a prototype key', { filter: '{"__proto__":1}' }],
  ['a filter by an unknown field', { filter: { colour: 'red' } }, /Possible: number/],
  ['a filter by a field that is no column', { filter: { summary: 'x' } }, /Possible: number/],
  ['a filter by an unknown comparison', { filter: { receivedAt_like: '2026' } }],
  ['a filter by a value of the wrong type', { filter: { isOpen: 'yes' } }, /a boolean/],
  ['a filter by an object', { filter: { status: { $ne: 'closed' } } }],
  ['a filter by no values', { filter: { status_eq_any: [] } }],
  ['a filter by too many values', { filter: { status_eq_any: Array(51).fill('closed') } }],
  ['a filter by a comparison of another kind', { filter: { status_contains: 'rec' } }, /is a choice/],
  ['a filter by emptiness that is no yes or no', { filter: { ownerId_empty: 'no' } }, /a boolean/],
  ['a filter by a day that is none', { filter: { receivedAt: '2026-02-31' } }, /a instant/],
  ['a sort by an unknown column', { sort: ['colour', 'ASC'] }, /Possible: number, type/],
  ['a sort by a field that is no column', { sort: ['summary', 'ASC'] }, /Possible: number, type/],
  ['a sort in no direction', { sort: ['receivedAt', 'UP'] }],
  ['a sort whose last column has no direction', { sort: ['status', 'ASC', 'receivedAt'] }],
  ['a sort by too many columns', { sort: Case.columns.slice(0, 5).flatMap((name) => [name, 'ASC']) }, /up to 4/],
  ['a search too short', { filter: { q: 'a' } }, /2 to 80/],
  ['a search of blanks', { filter: { q: '    ' } }],
  ['a search that is no text', { filter: { q: 12345 } }],
  ['too many ids', { filter: { id: Array(101).fill('case_x') } }, /up to 100/],
  ['ids that are no texts', { filter: { id: [1] } }],
])('a list is refused for %s', async (_what, query, words) => {
  refused(await list(query), 400, words)
})

test('an address that is too long for the networks in between is refused with the length that is possible', async () => {
  refused(await list({ filter: { q: 'a'.repeat(9000) } }), 414, /8000 characters/)
})

test.each<[string, Record<string, unknown>, RegExp?]>([
  ['no column', {}, /1 to 4/],
  ['an empty list of columns', { by: [] }, /1 to 4/],
  ['too many columns', { by: Case.columns.slice(0, 5) }, /1 to 4/],
  ['an unknown column', { by: ['colour'] }, /Possible: number, type/],
  ['an instant without a day or a month', { by: ['receivedAt'] }, /receivedAt:month/],
  ['a span that there is not', { by: ['receivedAt:week'] }, /receivedAt:day/],
  ['a field that is no column', { by: ['summary'] }],
  ['a sum of texts', { by: ['status'], sum: ['patientName'] }, /Possible: disputedMinor/],
  ['a sum that is no list', { by: ['status'], sum: 'disputedMinor' }],
  ['an unknown filter', { by: ['status'], filter: { colour: 1 } }, /cannot be filtered/],
  ['ids', { by: ['status'], filter: { id: ['x'] } }],
  ['an unknown parameter', { by: ['status'], sort: ['status', 'ASC'] }, /no parameter “sort”/],
])('groups are refused for %s', async (_what, query, words) => {
  refused(await as('officer')('GET /api/cases/groups', undefined, { query }), 400, words)
})

test('a list without a search, and history without a record, say so', async () => {
  refused(await list({ filter: { q: 'Huda' } }, 'jobs'), 400, /no search/)
  refused(await list({}, 'history'), 400, /recordId/)
  refused(await list({ filter: { recordId: ids.caseId }, limit: 1000 }, 'history'), 400)
  refused(await list({ filter: { recordId: ids.caseId }, cursor: 'x' }, 'history'), 400)
})

test('a cursor works for its own list and its own person only', async () => {
  for (let n = 0; n < 3; n++) await seed(Case, newCase())
  const page = await list({ limit: 1 })
  const cursor = page.headers['x-next-cursor']
  expect((await list({ limit: 2, cursor })).status).toBe(200)
  refused(await list({ limit: 1, cursor, filter: { status: 'received' } }), 400, /another list/)
  refused(await list({ limit: 1, cursor }, 'patients'), 400, /another list/)
  const other = await as('second-officer')('GET /api/cases', undefined, { query: { limit: 1, cursor } })
  refused(other, 400, /another list/)
})

test('ids that cannot exist match nothing', async () => {
  const mixed = ['', 'x', 'case_', `case_${'x'.repeat(50)}`, 'patient_01ARZ3NDEKTSV4RRFFQ69G5FAV', ids.caseId]
  expect((await list({ filter: { id: mixed } })).body).toHaveLength(1)
  expect((await list({ filter: { id: mixed, status: 'closed' } })).body).toHaveLength(0)
})
