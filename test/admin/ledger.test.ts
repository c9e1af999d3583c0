import { expect, test } from 'vitest'
import { Ledger } from '#admin/sheet/edit/Ledger.ts'
import { panelOver, someCases } from '#test/admin/fake/panel.ts'

function sheetOf(count: number) {
  const { api, provider } = panelOver(someCases(count))
  const ledger = new Ledger('cases', provider, () => {})
  const rows = ledger.adopt([...api.records.values()].map(({ version: _, ...row }) => row))
  const summary = (id: string) => ledger.rows.get(id)?.summary
  const edit = (...cells: [string, string][]) =>
    ledger.edit(cells.map(([id, after]) => ({ id, field: 'summary', after })))
  return {
    api,
    ledger,
    rows,
    summary,
    edit,
    saves: () => api.calls.filter(({ path }) => path.endsWith('/rows')).length,
  }
}

test('a paste of many cells is one request', async () => {
  const { api, edit, saves } = sheetOf(200)
  await edit(...[...api.records.keys()].map((id): [string, string] => [id, 'Two']))
  expect(saves()).toBe(1)
  expect(api.records.get('case_200')).toMatchObject({ summary: 'Two', version: 2 })
})

test('a value that stands already is not saved', async () => {
  const { edit, saves } = sheetOf(1)
  await edit(['case_1', 'One'])
  expect(saves()).toBe(0)
})

test('undo and redo run through a chain of changes', async () => {
  const { ledger, edit, summary } = sheetOf(1)
  await edit(['case_1', 'Two'])
  await edit(['case_1', 'Three'])
  await ledger.undo()
  await ledger.undo()
  expect(summary('case_1')).toBe('One')
  await ledger.redo()
  expect(summary('case_1')).toBe('Two')
  expect([ledger.has(false), ledger.has(true)]).toEqual([true, true])
})

test('an undo never overwrites somebody else', async () => {
  const { api, ledger, edit, summary } = sheetOf(1)
  await edit(['case_1', 'Two'])
  api.records.set('case_1', { id: 'case_1', version: 3, summary: 'Theirs' })
  await ledger.undo()
  expect(summary('case_1')).toBe('Theirs')
  expect([ledger.notice, api.records.get('case_1')?.summary]).toEqual(['undoBlocked', 'Theirs'])
})

test('a refused row keeps its entry with the reason, and can be tried again', async () => {
  const { api, ledger, edit, summary } = sheetOf(2)
  api.refused.set('case_2', 'Too short.')
  await edit(['case_1', 'Two'], ['case_2', 'Two'])
  expect(ledger.failures.get('case_2')?.message).toBe('Too short.')
  expect(summary('case_2')).toBe('Two')
  api.refused.clear()
  await ledger.retry()
  expect([ledger.failures.size, api.records.get('case_2')?.summary]).toEqual([0, 'Two'])
})

test('a refused entry that is given up shows what is stored', async () => {
  const { api, ledger, edit, summary } = sheetOf(1)
  api.refused.set('case_1', 'Too short.')
  await edit(['case_1', 'Two'])
  ledger.giveUp()
  expect([summary('case_1'), ledger.failures.size]).toEqual(['One', 0])
})

test('a value changed by somebody else is a conflict, settled either way', async () => {
  const { api, ledger, edit, summary } = sheetOf(2)
  for (const id of ['case_1', 'case_2']) api.records.set(id, { id, version: 2, summary: 'Theirs' })
  await edit(['case_1', 'Mine'], ['case_2', 'Mine'])
  expect(ledger.conflicts.map(({ was, mine, theirs }) => [was, mine, theirs])).toEqual(
    Array(2).fill(['One', 'Mine', 'Theirs']),
  )
  const [first, second] = ledger.conflicts
  if (first && second)
    await ledger.settle([
      { conflict: first, keep: 'mine' },
      { conflict: second, keep: 'theirs' },
    ])
  expect([api.records.get('case_1')?.summary, summary('case_2'), ledger.conflicts.length]).toEqual([
    'Mine',
    'Theirs',
    0,
  ])
})

test('another field changed by somebody else is no conflict', async () => {
  const { api, ledger, edit } = sheetOf(1)
  await edit(['case_1', 'Two'])
  api.records.set('case_1', { id: 'case_1', version: 3, summary: 'Two', status: 'acknowledged' })
  await edit(['case_1', 'Three'])
  expect([ledger.conflicts.length, api.records.get('case_1')?.summary]).toEqual([0, 'Three'])
})

test('without an answer nothing is lost', async () => {
  const { ledger, edit, summary } = sheetOf(1)
  const silent = new Ledger(
    'cases',
    { rows: () => Promise.reject(new Error('No answer.')), getMany: async () => ({ data: [] }) },
    () => {},
  )
  silent.adopt([{ id: 'case_1', summary: 'One' }])
  await silent.edit([{ id: 'case_1', field: 'summary', after: 'Two' }])
  expect([silent.rows.get('case_1')?.summary, silent.failures.get('case_1')?.message]).toEqual(['Two', 'No answer.'])
  await edit(['case_1', 'Two'])
  expect([summary('case_1'), ledger.failures.size]).toEqual(['Two', 0])
})

test('the rows handed out are copies', () => {
  const { ledger } = sheetOf(0)
  const row = { id: 'case_7', summary: 'One' }
  const [shown] = ledger.adopt([row])
  if (shown) shown.summary = 'Changed by the grid'
  expect(row.summary).toBe('One')
})
