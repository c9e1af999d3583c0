import { beforeAll, expect, test } from 'vitest'
import { Case } from '#shared/entities/case.ts'
import { Patient } from '#shared/entities/patient.ts'
import { Payer } from '#shared/entities/payer.ts'
import type { RefusalId } from '#shared/refusals.ts'
import { as, type CallOptions } from '#test/support/call.ts'
import { type Person, seed } from '#test/support/people.ts'
import { useTable } from '#test/support/table.ts'
import { refused } from './refused.ts'

const world = useTable()
const ids = { caseId: '', patientId: '', foreignCaseId: '', foreignPatientId: '' }

beforeAll(async () => {
  const { siteId, foreignSiteId } = world()
  const patient = await seed(Patient, { ...Patient.example, siteId })
  const foreign = await seed(Patient, { ...Patient.example, siteId: foreignSiteId })
  ids.patientId = patient.id
  ids.foreignPatientId = foreign.id
  ids.caseId = (await seed(Case, { ...Case.example, siteId, patientId: patient.id })).id
  ids.foreignCaseId = (await seed(Case, { ...Case.example, siteId: foreignSiteId, patientId: foreign.id })).id
})

const newCase = (more: Record<string, unknown> = {}) => ({
  ...Case.example,
  siteId: world().siteId,
  patientId: ids.patientId,
  ...more,
})
const first = { headers: { 'If-Match': '"1"' } }
const list = (query: Record<string, unknown>, resource = 'cases') =>
  as('officer')(`GET /api/${resource}`, undefined, { query })

test('unknown fields and facts are refused by name, in creation and in change', async () => {
  const creation = refused(await as('officer')('POST /api/cases', newCase({ colour: 'red', status: 'closed' })), 422)
  expect(Object.keys(creation.body.errors)).toEqual(['colour', 'status'])
  expect(creation.body).toMatchObject({ rule: 'INVALID', issues: { colour: { rule: 'NOT_A_FIELD', parameters: {} } } })
  const changed = await as('officer')(`PATCH /api/cases/${ids.caseId}`, { colour: 'red', status: 'closed' }, first)
  expect(refused(changed, 422, 'INVALID').body).toMatchObject({
    errors: { colour: expect.stringMatching(/not a field/i), status: expect.stringContaining('steps of the record') },
    issues: { colour: { rule: 'NOT_A_FIELD' }, status: { rule: 'BY_STEPS_ONLY' } },
  })
  const named = refused(await as('officer')('POST /api/cases', newCase({ constructor: 1, toString: 2 })), 422)
  expect(Object.keys(named.body.errors)).toEqual(['constructor', 'toString'])
})

test.each<[string, Record<string, unknown>, RefusalId, object?]>([
  ['a number for a text', { summary: 7 }, 'NOT_TEXT'],
  ['a text for a number', { disputedMinor: '145000' }, 'NOT_MONEY'],
  ['a fraction of a minor unit', { disputedMinor: 0.5 }, 'NOT_MONEY'],
  ['an amount past all bounds', { disputedMinor: 1e13 }, 'TOO_LARGE', { limit: 1e12 }],
  ['a choice nobody offers', { type: 'joke' }, 'NOT_IN_LIST'],
  ['a day that is none', { receivedAt: '2026-02-30T08:00:00.000Z' }, 'NOT_AN_INSTANT'],
  ['a time without its zone', { receivedAt: '2026-11-20T08:00:00.000' }, 'NOT_AN_INSTANT'],
  ['an object for a reference', { patientId: {} }, 'NOT_A_REFERENCE'],
  ['a list too long', { demands: Array(20).fill('apology') }, 'TOO_MANY', { limit: 10 }],
  ['a text too long', { summary: 'x'.repeat(4001) }, 'TOO_LONG', { limit: 4000 }],
  ['a control character', { summary: 'a\u0000b' }, 'CONTROL_CHARACTER'],
  ['a nested field of the wrong type', { complainant: { name: 'Aisha Omar', relation: 'pet' } }, 'NOT_IN_LIST'],
  ['an unknown nested field', { complainant: { name: 'Aisha Omar', relation: 'self', age: 9 } }, 'NOT_A_FIELD'],
  ['a required field cleared', { summary: null }, 'REQUIRED'],
])('a wrong value is refused by field: %s', async (_what, value, rule, parameters = {}) => {
  const name = Object.keys(value)[0] ?? ''
  for (const answer of [
    await as('officer')('POST /api/cases', newCase(value)),
    await as('officer')(`PATCH /api/cases/${ids.caseId}`, value, first),
  ]) {
    const [[field, issue] = []] = Object.entries(refused(answer, 422, 'INVALID').body.issues)
    expect(field).toMatch(new RegExp(`^${name}`))
    expect(issue).toEqual({ rule, parameters })
    expect(answer.body.errors[field ?? '']).toEqual(expect.any(String))
  }
})

test.each<[string, number, RefusalId, string | undefined, CallOptions]>([
  ['no JSON', 400, 'NOT_JSON', '{"a":', {}],
  ['text after JSON', 400, 'NOT_JSON', '{} {}', {}],
  ['a prototype key', 400, 'NAME_FORBIDDEN', '{"summary":{"__proto__":{"isAdmin":true}}}', {}],
  ['a lone surrogate', 400, 'TEXT_BROKEN', '{"summary":"\\ud800"}', {}],
  ['a lone surrogate in a name', 400, 'TEXT_BROKEN', '{"\\udfff":1}', {}],
  ['100,000 lists in each other', 400, 'NESTED_DEEP', `${'['.repeat(100_000)}${']'.repeat(100_000)}`, {}],
  ['1,500 lists in each other', 400, 'NESTED_DEEP', `${'['.repeat(1500)}${']'.repeat(1500)}`, {}],
  ['500 objects in each other', 422, 'INVALID', `{"summary":${'{"a":'.repeat(500)}1${'}'.repeat(500)}}`, {}],
  ['two megabytes', 413, 'BODY_LARGE', `{"summary":"${'x'.repeat(2_000_000)}"}`, {}],
  ['two megabytes of many bytes a letter', 413, 'BODY_LARGE', `{"summary":"${'م'.repeat(700_000)}"}`, {}],
  ['a form', 415, 'NOT_JSON_TYPE', 'summary=x', { headers: { 'content-type': 'application/x-www-form-urlencoded' } }],
  ['text', 415, 'NOT_JSON_TYPE', '{"summary":"x"}', { headers: { 'content-type': 'text/plain' } }],
  ['XML', 415, 'NOT_JSON_TYPE', '<a/>', { headers: { 'content-type': 'application/xml' } }],
  ['a list', 422, 'INVALID', '[]', {}],
  ['null', 422, 'INVALID', 'null', {}],
  ['nothing', 422, 'INVALID', undefined, {}],
])('a body that holds %s gets %i', async (_what, status, rule, raw, options) => {
  refused(await as('officer')('POST /api/cases', undefined, { ...options, raw }), status, rule)
})

test.each([
  ['nothing', 400, undefined],
  ['a list', 400, '[1]'],
  ['null', 400, 'null'],
])('a change of %s is refused', async (_what, status, raw) => {
  refused(await as('officer')(`PATCH /api/cases/${ids.caseId}`, undefined, { ...first, raw }), status, 'CHANGE_WRONG')
})

test('a change needs the version it was made on, and a stale one gets the current record', async () => {
  const { id } = await seed(Case, newCase())
  const change = (body: object, headers: Record<string, string> = {}) =>
    as('officer')(`PATCH /api/cases/${id}`, body, { headers })
  refused(await change({ level: 2 }), 428, 'VERSION_NEEDED')
  for (const wrong of ['seven', '"', '*', '"1", "2"', '-1', '99999999999'])
    refused(await change({ level: 2 }, { 'If-Match': wrong }), 400, 'VERSION_WRONG')
  for (const version of ['1', 0, 1.5, -1, null, {}]) refused(await change({ level: 2, version }), 400)
  expect((await change({ level: 2, version: 1 })).headers.etag).toBe('"2"')
  for (const stale of [change({ level: 1 }, { 'If-Match': '"1"' }), change({ level: 1, version: 1 })])
    expect(refused(await stale, 412, 'STALE').body.current).toMatchObject({ id, version: 2, level: 2 })
  refused(await change({ level: 1 }, { 'If-Match': '"3"' }), 412)
  const step = `POST /api/cases/${id}/actions/acknowledge`
  refused(await as('officer')(step, { how: 'phone', contactPerson: 'Huda Nasser', version: 1 }), 412)
  refused(await as('director')(`DELETE /api/cases/${id}`, undefined, { headers: { 'If-Match': '"1"' } }), 412)
})

test('a record of another site is not found and cannot be created', async () => {
  const { caseId, foreignCaseId, foreignPatientId } = ids
  refused(await as('officer')(`GET /api/cases/${foreignCaseId}`), 404)
  refused(await as('officer')(`PATCH /api/cases/${foreignCaseId}`, { level: 2 }, first), 404)
  refused(await as('unit-manager')(`DELETE /api/cases/${foreignCaseId}`), 404)
  refused(await as('officer')(`POST /api/cases/${foreignCaseId}/actions/close`, {}), 404)
  refused(await list({ filter: { recordId: foreignCaseId } }, 'history'), 404)
  expect((await list({ filter: { id: [caseId, foreignCaseId] } })).body).toHaveLength(1)
  const elsewhere = { siteId: world().foreignSiteId, patientId: foreignPatientId }
  const creation = refused(await as('officer')('POST /api/cases', newCase(elsewhere)), 422)
  expect(Object.keys(creation.body.errors).sort()).toEqual(['patientId', 'siteId'])
  refused(await as('officer')(`PATCH /api/cases/${caseId}`, { siteId: world().foreignSiteId }, first), 422)
  refused(await as('officer')('POST /api/cases', newCase({ patientId: foreignPatientId })), 422)
})

test.each<[string, string, number, RefusalId]>([
  ['GET', '/api/nothing', 404, 'NO_ADDRESS'],
  ['GET', '/api/cases/', 404, 'NO_ADDRESS'],
  ['GET', '/api/cases/none', 404, 'NOT_FOUND'],
  ['GET', `/api/cases/case_${'x'.repeat(3000)}`, 404, 'NOT_FOUND'],
  ['GET', '/api/cases/case_%00', 404, 'NOT_FOUND'],
  ['GET', '/api/cases/%E0%A4%A', 404, 'NO_ADDRESS'],
  ['GET', '/api/patients/case_01ARZ3NDEKTSV4RRFFQ69G5FAV', 404, 'NOT_FOUND'],
  ['POST', '/api/cases/case_01ARZ3NDEKTSV4RRFFQ69G5FAV/actions/dance', 404, 'NO_ADDRESS'],
  ['POST', '/api/cases/case_01ARZ3NDEKTSV4RRFFQ69G5FAV/actions/constructor', 404, 'NO_ADDRESS'],
  ['DELETE', '/api/cases', 405, 'METHOD'],
  ['PUT', '/api/cases', 405, 'METHOD'],
  ['POST', '/api/health', 405, 'METHOD'],
  ['TRACE', '/api/cases', 405, 'METHOD'],
])('%s %s gets %i', async (method, path, status, rule) => {
  const answer = refused(await as('director')(`${method} ${path}`), status, rule)
  if (status === 405) expect(answer.headers.allow).toMatch(/^(GET|POST)/)
})

test('a request without a token is answered with 401', async () => {
  for (const address of ['GET /api/cases', 'POST /api/cases', 'GET /api/me', 'GET /api/history'])
    expect(refused(await as('nobody')(address), 401, 'SIGN_IN').headers['www-authenticate']).toBe('Bearer')
})

test.each([
  ['marks alone', '\u0301', false],
  ['a stretched nothing', 'ـــ', false],
  ['apostrophes', "''", false],
  ['one sign beyond the first plane', 'a😀 b𒐫c', true],
  ['a hundred of them', '𒐫'.repeat(100), true],
  ['a word that unfolds to thousands of letters', 'ﷺ'.repeat(200), true],
])('a name of %s is kept, listed and searched for', async (_what, name, isSearched) => {
  expect((await as('admin')('POST /api/payers', { ...Payer.example, name })).body).toMatchObject({ name, version: 1 })
  const body = { ...Patient.example, name, memberNumber: name.slice(0, 28), siteId: world().siteId }
  expect((await as('admin')('POST /api/patients', body)).body).toMatchObject({ name, version: 1 })
  expect((await as('admin')('GET /api/payers')).body.map((row: { name: string }) => row.name)).toContain(name)
  const found = await as('admin')('GET /api/patients', undefined, {
    query: { filter: { q: `${name}  `.slice(0, 60) } },
  })
  if (isSearched) expect(found.body).toMatchObject([{ name }])
  else refused(found, 400, 'SEARCH_SHORT')
})

test('a record stays small enough for two copies in its history', async () => {
  const texts = Object.fromEntries(
    Array.from({ length: 26 * 2 }, (_, n) => [`${'ab'[n % 2]}${String.fromCharCode(97 + (n >> 1))}`, 'x'.repeat(8000)]),
  )
  const survey = {
    name: 'Long',
    title: texts,
    languages: ['en'],
    anonymity: 'anonymous',
    linkDays: 1,
    quarantineDays: 0,
    sampleRate: 1,
    questions: [],
  }
  refused(await as('admin')('POST /api/surveys', survey), 413, 'RECORD_LARGE')
})

test('rows and bulk requests are checked as a whole before anything happens', async () => {
  const rows = (body: unknown, person: Person = 'officer') => as(person)('POST /api/cases/rows', body)
  const row = { id: ids.caseId, version: 1, changes: {} }
  for (const wrong of [{}, [], Array(501).fill(row), [{ id: ids.caseId, changes: {} }], [{ ...row, more: 1 }], 'x'])
    refused(await rows(wrong), 400, 'ROWS_WRONG')
  const bulk = (body: unknown) => as('officer')('POST /api/cases/bulk', body)
  const changes = { level: 2 }
  refused(await bulk({}), 400)
  refused(await bulk({ ids: [ids.caseId] }), 400, 'CHANGES_OR_ACTION')
  refused(await bulk({ ids: [ids.caseId], filter: {}, changes }), 400, 'IDS_OR_FILTER')
  refused(await bulk({ filter: { id: [ids.caseId] }, changes }), 400, 'IDS_IN_FILTER')
  refused(await bulk({ filter: { colour: 'red' }, changes }), 400, 'FILTER_UNKNOWN')
  refused(await bulk({ ids: [], changes }), 422)
  refused(await bulk({ ids: [ids.caseId], changes: {} }), 422)
  refused(await bulk({ ids: [ids.caseId], changes: { status: 'closed' } }), 422)
  refused(await bulk({ ids: [ids.caseId], action: 'constructor' }), 400)
  refused(await bulk({ filter: {}, changes, expectedCount: 4711 }), 409, 'COUNT_CHANGED')
})

test('a deleted record cannot be changed until it is restored', async () => {
  const { id } = await seed(Case, newCase())
  expect((await as('unit-manager')(`DELETE /api/cases/${id}`)).body).toEqual({ id })
  refused(await as('officer')(`GET /api/cases/${id}`), 404)
  const headers = { 'If-Match': '"2"' }
  refused(await as('officer')(`PATCH /api/cases/${id}`, { level: 2 }, { headers }), 404)
  refused(await as('unit-manager')(`PATCH /api/cases/${id}`, { level: 2 }, { headers }), 409, 'DELETED')
  const step = { how: 'phone', contactPerson: 'Huda Nasser' }
  refused(await as('unit-manager')(`POST /api/cases/${id}/actions/acknowledge`, step), 409, 'DELETED')
  expect((await as('unit-manager')(`POST /api/cases/${id}/restore`)).body).toMatchObject({ id, version: 3 })
})
