import { expect, test } from 'vitest'
import {
  bodyOf,
  fieldsFor,
  firstPlan,
  keyOf,
  missingIn,
  obstaclesOf,
  proposed,
  remapped,
} from '#admin/transfer/mapping.ts'
import { modesFor } from '#admin/transfer/modes.ts'
import { Contract } from '#shared/entities/contract.ts'
import { Coverage } from '#shared/entities/coverage.ts'
import { Patient } from '#shared/entities/patient.ts'
import { importColumns } from '#shared/rules/imports/importColumns.ts'
import { person } from '#test/admin/fake/person.ts'

const officer = person('officer')
const modes = modesFor(Patient, officer)
const labels: Record<string, string> = { siteId: 'الموقع', memberNumber: 'رقم العضوية' }
const propose = (...header: string[]) =>
  proposed(Patient, header, fieldsFor(Patient, officer, modes), (name) => labels[name] ?? name)
const planOf = (...header: string[]) => firstPlan(Patient, propose(...header), modes)

test('the modes of an import follow from the rights of the person', () => {
  expect(modes).toEqual(['upsert', 'insert', 'update'])
  expect(modesFor(Coverage, person('front-desk'))).toEqual(['insert'])
  expect(modesFor(Contract, person('admin'))).toEqual(['insert'])
  expect(modesFor(Patient, person('auditor'))).toEqual([])
})

test('a column maps to a field of the form or to a key of a record only', () => {
  expect(fieldsFor(Patient, officer, modes)).toEqual(['id', ...Object.keys(Patient.fields)])
  expect(fieldsFor(Patient, person('accountant'), ['insert'])).not.toContain('id')
})

test('columns are proposed by name or label in any case, each field once', () => {
  expect(propose(' NAME ', 'رقم  العضوية', 'siteid', 'الموقع', 'Remark', 'phone', 'phone', '')).toEqual({
    ' NAME ': 'name',
    'رقم  العضوية': 'memberNumber',
    siteid: 'siteId',
    الموقع: null,
    Remark: null,
    phone: null,
    '': null,
  })
})

test('a file that names records updates them, another file adds records', () => {
  expect(planOf('id', 'name')).toMatchObject({ mode: 'update', key: 'id' })
  expect(planOf('siteId', 'memberNumber', 'name')).toMatchObject({ mode: 'upsert', key: 'siteId+memberNumber' })
  expect(planOf('name')).toMatchObject({ mode: 'insert', key: undefined })
})

test('a column that takes a field removes it from another column; the mode follows until the person chooses one', () => {
  const plan = planOf('siteId', 'name', 'Card')
  const next = remapped(Patient, plan, modes, 'Card', 'memberNumber')
  expect(next).toMatchObject({ mode: 'upsert', mapping: { siteId: 'siteId', Card: 'memberNumber' } })
  const chosen = remapped(Patient, { ...next, mode: 'insert', isChosen: true }, modes, 'Card', 'name')
  expect(chosen).toMatchObject({ mode: 'insert', mapping: { name: null, Card: 'name' } })
})

test('the plan names every obstacle before anything is sent, and nothing else', () => {
  const says = (plan: ReturnType<typeof planOf>) => obstaclesOf(Patient, plan)
  expect(says(planOf('Remark')).map((each) => each.says)).toEqual(['noColumn', 'missing'])
  expect(says({ ...planOf('id', 'name'), mode: 'insert' })).toEqual([
    { says: 'missing', fields: ['siteId', 'memberNumber'] },
  ])
  expect(says({ ...planOf('name'), mode: 'upsert' })).toEqual([{ says: 'noKey', fields: [] }])
  expect(missingIn(Patient, planOf('id', 'name'))).toEqual(['siteId', 'memberNumber'])
  expect(says(planOf('siteId', 'memberNumber', 'name'))).toEqual([])
})

test('the API accepts a plan without an obstacle; a key without a column is dropped', () => {
  const plan = { ...planOf('siteId', 'memberNumber', 'name', 'Remark'), key: 'id' }
  expect(keyOf(Patient, plan)).toBe('siteId+memberNumber')
  const table = {
    name: 'list.csv',
    content: 'x',
    size: 1,
    header: Object.keys(plan.mapping),
    rows: 1,
    isLong: false,
    samples: [],
    shape: 'x',
  }
  const body = bodyOf(Patient, table, plan, true)
  expect(body).toMatchObject({ file: 'x', mode: 'upsert', key: 'siteId+memberNumber', dryRun: true })
  expect(importColumns(Patient, table.header, body)).toMatchObject({ ignored: ['Remark'] })
})
