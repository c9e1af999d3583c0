import { expect, test } from 'vitest'
import { Case } from '#shared/entities/case.ts'
import { Patient } from '#shared/entities/patient.ts'
import { importColumns } from '#shared/rules/imports/importColumns.ts'

test('columns named like a field map to it; facts, ids and unknown columns are skipped and named', () => {
  const header = ['id', 'siteId', 'Remark', 'name', 'memberNumber', 'createdAt']
  expect(importColumns(Patient, header, { mode: 'insert' })).toEqual({
    names: [null, 'siteId', null, 'name', 'memberNumber', null],
    key: undefined,
    ignored: ['id', 'Remark', 'createdAt'],
  })
})

test('the id is the first key, then a unique set; a number that nobody sets may be the key', () => {
  const header = ['siteId', 'id', 'memberNumber', 'name']
  expect(importColumns(Patient, header, { mode: 'upsert' }).key).toEqual(['id'])
  expect(importColumns(Patient, header, { mode: 'upsert', key: 'siteId+memberNumber' })).toMatchObject({
    key: ['siteId', 'memberNumber'],
    ignored: ['id'],
  })
  expect(importColumns(Case, ['number', 'level'], { mode: 'update' })).toMatchObject({
    key: ['number'],
    names: ['number', 'level'],
  })
})

test.each([
  [['memberNumber', 'name'], { mode: 'update' }, 'key', 'KEY_NONE', 'siteId+memberNumber'],
  [['id', 'name'], { mode: 'update', key: 'name' }, 'key', 'KEY_UNKNOWN', 'Possible: id'],
  [['name', 'siteId'], { mode: 'update', key: 'id' }, 'key', 'KEY_MISSING', 'no column for id'],
  [['constructor', 'id'], { mode: 'update' }, 'file', 'COLUMN_NONE', 'Possible: siteId'],
] as const)('a file that cannot be understood says what is possible: %j %j', (header, request, field, rule, text) => {
  const refusal = expect.objectContaining({ rule, message: expect.stringContaining(text) })
  expect(() => importColumns(Patient, header, request)).toThrow(
    expect.objectContaining({ status: 422, details: { issues: { [field]: refusal } } }),
  )
})
