import { expect, test } from 'vitest'
import { sentenceOf } from '#admin/jobs/sentence.ts'
import { wordsOf } from '#admin/language/words.ts'
import type { JobState } from '#admin/provider/contract.ts'
import { exportOf } from '#admin/transfer/exported.ts'
import { IdempotencyKey } from '#admin/transfer/idempotencyKey.ts'
import { Case } from '#shared/entities/case.ts'
import { Patient } from '#shared/entities/patient.ts'
import { panelOver } from '#test/admin/fake/panel.ts'
import { person } from '#test/admin/fake/person.ts'

const words = { ...wordsOf((key, options) => String(options?._ ?? key)), locale: 'ar' }
const order = [
  ['siteId', 'ASC'],
  ['name', 'DESC'],
] as const
const list = { selectedIds: ['patient_1'], filterValues: { q: 'Noor' }, order, columns: ['name', 'phone'] }

test('an export requests what the list shows, or all selected rows', async () => {
  const { api, provider } = panelOver()
  await provider.exportList(
    'patients',
    exportOf(Patient, person('officer'), list, { rows: 'listed', columns: 'shown', format: 'csv' }, words),
    'k-1',
  )
  await provider.exportList(
    'patients',
    exportOf(Patient, person('officer'), list, { rows: 'selected', columns: 'all', format: 'xlsx' }, words),
  )
  const [first, second] = api.calls
  expect(first?.path).toBe('/api/patients/export')
  expect(first?.headers.get('Idempotency-Key')).toBe('k-1')
  expect(first?.body).toEqual({
    filter: { q: 'Noor' },
    sort: ['siteId', 'ASC', 'name', 'DESC'],
    columns: ['id', 'name', 'phone'],
    format: 'csv',
  })
  expect(second?.headers.has('Idempotency-Key')).toBe(false)
  expect(second?.body).toMatchObject({
    ids: ['patient_1'],
    columns: expect.arrayContaining(['id', ...Object.keys(Patient.fields), 'createdAt', 'mergedIntoId']),
    format: 'xlsx',
    language: 'ar',
    titles: { name: 'Name', phone: 'Phone' },
  })
})

test('an export for paper says its title and what choices are called, and leaves out ids', () => {
  const choice = { rows: 'listed', columns: 'all', format: 'pdf' } as const
  const request = exportOf(Patient, person('officer'), list, choice, words)
  expect(request).toMatchObject({ language: 'ar', title: 'Patients', labels: { sex: { female: 'Female' } } })
  expect(request.columns).not.toContain('id')
})

test('an export for paper says what terms are called', () => {
  const terms = { 'service-lines': [{ code: 'emergency', name: 'Emergency room', isActive: true }] }
  const named = { ...wordsOf((key, options) => String(options?._ ?? key), terms), locale: 'en' }
  const choice = { rows: 'listed', columns: 'all', format: 'pdf' } as const
  const request = exportOf(Case, person('officer'), list, choice, named)
  expect(request.labels).toMatchObject({ serviceLine: { emergency: 'Emergency room' } })
})

test('an import is sent with its key', async () => {
  const { api, provider } = panelOver()
  const body = { file: 'name\nNoor', mapping: { name: 'name' }, mode: 'insert', dryRun: true } as const
  await provider.importList('patients', body, 'k-2')
  expect(api.calls[0]).toMatchObject({ method: 'POST', path: '/api/patients/import', body })
  expect(api.calls[0]?.headers.get('Idempotency-Key')).toBe('k-2')
})

test('a request keeps its key until it differs or is answered', () => {
  const key = new IdempotencyKey()
  const first = key.keyOf({ rows: 1 })
  expect(key.keyOf({ rows: 1 })).toBe(first)
  const second = key.keyOf({ rows: 2 })
  key.answered()
  const keys = [first, second, key.keyOf({ rows: 2 })]
  expect(new Set(keys).size).toBe(3)
  expect(first).toMatch(/^[\x21-\x7e]{1,100}$/)
})

test.each([
  [{ status: 'running', kind: 'export' }, 'job.running'],
  [{ status: 'done', kind: 'export' }, 'transfer.exported'],
  [{ status: 'done', kind: 'batch-export' }, 'transfer.exported'],
  [{ status: 'cancelled', kind: 'export' }, 'job.stopped'],
  [{ status: 'done', kind: 'import-check' }, 'transfer.checked'],
  [{ status: 'cancelled', kind: 'import-check' }, 'job.stopped'],
  [{ status: 'cancelled', kind: 'import' }, 'transfer.importStopped'],
  [{ status: 'done', kind: 'bulk' }, 'bulk.done'],
  [{ status: 'failed', kind: 'bulk' }, 'job.failed'],
])('a job shows its progress or its result: %j', (job, sentence) => {
  const state = { id: 'job_1', done: 3, total: 4, failed: 1, errors: [], ...job } as unknown as JobState
  expect(sentenceOf(state, { ...words, t: (key) => key })).toBe(sentence)
})
