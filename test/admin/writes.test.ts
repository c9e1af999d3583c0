import { expect, test } from 'vitest'
import { BulkError, watchJob } from '#admin/provider/jobs.ts'
import { changesOf } from '#admin/provider/patch.ts'
import { panelOver, someCases } from '#test/admin/fake/panel.ts'

test('a form sends what it changed, against the version it read', async () => {
  const { api, provider } = panelOver(someCases(1))
  const previousData = { id: 'case_1', version: 1, summary: 'One', status: 'received' }
  await provider.update('cases', { id: 'case_1', data: { ...previousData, summary: 'Two' }, previousData })
  const { method, body, headers } = api.calls[0] ?? {}
  expect([method, body, headers?.get('If-Match')]).toEqual(['PATCH', { summary: 'Two' }, '"1"'])
})

test('a record without a version is read again before it is changed', async () => {
  const { api, provider } = panelOver(someCases(1))
  const row = { id: 'case_1', summary: 'One' }
  const { data } = await provider.update('cases', {
    id: 'case_1',
    data: { id: 'case_1', summary: 'Two' },
    previousData: row,
  })
  expect(api.calls.map(({ method }) => method)).toEqual(['GET', 'PATCH'])
  expect(data).toMatchObject({ summary: 'Two', version: 2 })
})

test('an emptied field is cleared, an untouched one is not sent', () => {
  expect(
    changesOf({ id: 'a', version: 3, notes: 'x', name: 'n' }, { id: 'a', version: 3, notes: '', name: 'n' }),
  ).toEqual({ notes: null })
})

test('a stale version is refused with the current record', async () => {
  const { provider } = panelOver([{ ...someCases(1)[0], id: 'case_1', version: 4 }])
  const previousData = { id: 'case_1', version: 3, summary: 'One' }
  const update = provider.update('cases', { id: 'case_1', data: { summary: 'Two' }, previousData })
  await expect(update).rejects.toMatchObject({ status: 412, body: { current: { version: 4 } } })
})

test('changing many is one job, watched to its end', async () => {
  const { api, provider } = panelOver(someCases(3))
  await provider.updateMany('cases', { ids: ['case_1', 'case_2'], data: { severity: 'major' } })
  expect(api.calls.filter(({ method }) => method !== 'GET')).toHaveLength(1)
  expect(api.records.get('case_2')).toMatchObject({ severity: 'major', version: 2 })
})

test('the refused rows of a bulk change are listed', async () => {
  const { api, provider } = panelOver(someCases(3))
  api.refused.set('case_2', 'Not now.')
  const change = provider.updateMany('cases', { ids: ['case_1', 'case_2'], data: { severity: 'major' } })
  await expect(change).rejects.toBeInstanceOf(BulkError)
  await change.catch((error: BulkError) => expect(error.errors).toEqual([{ id: 'case_2', message: 'Not now.' }]))
})

test('a preview of a bulk change changes nothing', async () => {
  const { api, provider } = panelOver(someCases(3))
  const preview = await provider.preview(
    'cases',
    { filter: { status: 'received' } },
    { changes: { severity: 'major' } },
  )
  expect(preview).toMatchObject({ matched: 3 })
  expect(api.records.get('case_1')).not.toHaveProperty('severity')
})

test('a job is watched state by state', async () => {
  const { provider } = panelOver(someCases(2))
  const { job } = await provider.bulk('cases', { ids: ['case_1'] }, { changes: { severity: 'major' } }, 1)
  const seen: string[] = []
  await watchJob(provider, job, ({ status }) => seen.push(status))
  expect(seen).toEqual(['running', 'done'])
})

test('a step is taken on the version that the person saw', async () => {
  const { api, provider } = panelOver(someCases(1))
  await provider.act('cases', 'case_1', 'acknowledge', { how: 'By phone' }, 7)
  const { path, headers, body } = api.calls[0] ?? {}
  expect([path, headers?.get('If-Match'), body]).toEqual([
    '/api/cases/case_1/actions/acknowledge',
    '"7"',
    { how: 'By phone' },
  ])
})

test('records are deleted one by one, and a record that is already deleted is no failure', async () => {
  const { provider } = panelOver(someCases(2))
  const { data } = await provider.deleteMany('cases', { ids: ['case_1', 'case_9'] })
  expect(data).toEqual(['case_1', 'case_9'])
})
