import { expect, test } from 'vitest'
import { EditHistory } from '#admin/sheet/edit/EditHistory.ts'
import { panelOver, someCases } from '#test/admin/fake/panel.ts'

function sheetOf(count: number) {
  const { api, provider } = panelOver(someCases(count))
  const edits = new EditHistory('cases', provider, () => {})
  const rows = edits.adopt([...api.records.values()].map(({ version: _, ...row }) => row))
  const summary = (id: string) => edits.rows.get(id)?.summary
  const edit = (...cells: [string, string][]) =>
    edits.apply(cells.map(([id, after]) => ({ id, field: 'summary', after })))
  return {
    api,
    edits,
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

test('a value that is already stored is not saved again', async () => {
  const { edit, saves } = sheetOf(1)
  await edit(['case_1', 'One'])
  expect(saves()).toBe(0)
})

test('undo and redo run through a chain of changes', async () => {
  const { edits, edit, summary } = sheetOf(1)
  await edit(['case_1', 'Two'])
  await edit(['case_1', 'Three'])
  await edits.undo()
  await edits.undo()
  expect(summary('case_1')).toBe('One')
  await edits.redo()
  expect(summary('case_1')).toBe('Two')
  expect([edits.has(false), edits.has(true)]).toEqual([true, true])
})

test('an undo never overwrites somebody else', async () => {
  const { api, edits, edit, summary } = sheetOf(1)
  await edit(['case_1', 'Two'])
  api.records.set('case_1', { id: 'case_1', version: 3, summary: 'Theirs' })
  await edits.undo()
  expect(summary('case_1')).toBe('Theirs')
  expect([edits.notice, api.records.get('case_1')?.summary]).toEqual(['undoBlocked', 'Theirs'])
})

test('a refused row keeps its entry with the reason, and can be tried again', async () => {
  const { api, edits, edit, summary } = sheetOf(2)
  api.refused.set('case_2', 'Too short.')
  await edit(['case_1', 'Two'], ['case_2', 'Two'])
  expect(edits.refused.at('case_2', 'summary')?.why).toBe('Too short.')
  expect(summary('case_2')).toBe('Two')
  api.refused.clear()
  await edit(['case_2', 'Two'])
  expect([edits.refused.size, api.records.get('case_2')?.summary]).toEqual([0, 'Two'])
})

test('a refused entry that the person discards shows the stored value', async () => {
  const { api, edits, edit, summary } = sheetOf(1)
  api.refused.set('case_1', 'Too short.')
  await edit(['case_1', 'Two'])
  edits.discard()
  expect([summary('case_1'), edits.refused.size]).toEqual(['One', 0])
})

test('a value changed by somebody else is a conflict, and the person chooses either value', async () => {
  const { api, edits, edit, summary } = sheetOf(2)
  for (const id of ['case_1', 'case_2']) api.records.set(id, { id, version: 2, summary: 'Theirs' })
  await edit(['case_1', 'Mine'], ['case_2', 'Mine'])
  expect(edits.conflicts.map(({ was, mine, theirs }) => [was, mine, theirs])).toEqual(
    Array(2).fill(['One', 'Mine', 'Theirs']),
  )
  const [first, second] = edits.conflicts
  if (first && second)
    await edits.resolve([
      { conflict: first, keep: 'mine' },
      { conflict: second, keep: 'theirs' },
    ])
  expect([api.records.get('case_1')?.summary, summary('case_2'), edits.conflicts.length]).toEqual(['Mine', 'Theirs', 0])
})

test('another field changed by somebody else is no conflict', async () => {
  const { api, edits, edit } = sheetOf(1)
  await edit(['case_1', 'Two'])
  api.records.set('case_1', { id: 'case_1', version: 3, summary: 'Two', status: 'acknowledged' })
  await edit(['case_1', 'Three'])
  expect([edits.conflicts.length, api.records.get('case_1')?.summary]).toEqual([0, 'Three'])
})

test('an entry without an answer stays with its reason', async () => {
  const { edits, edit, summary } = sheetOf(1)
  const silent = new EditHistory('cases', { rows: () => Promise.reject(new Error('No answer.')) }, () => {})
  silent.adopt([{ id: 'case_1', summary: 'One' }])
  await silent.apply([{ id: 'case_1', field: 'summary', after: 'Two' }])
  expect([silent.rows.get('case_1')?.summary, silent.refused.at('case_1', 'summary')?.why]).toEqual([
    'Two',
    'No answer.',
  ])
  await edit(['case_1', 'Two'])
  expect([summary('case_1'), edits.refused.size]).toEqual(['Two', 0])
})

test('the cells that nothing is wrong with are saved though another of their row is refused', async () => {
  const { api, edits, summary } = sheetOf(1)
  api.refused.set('case_1', 'Too short.')
  const values = { summary: 'Two', status: 'acknowledged' }
  const saved = edits.apply(Object.entries(values).map(([field, after]) => ({ id: 'case_1', field, after })))
  api.whenChanged = ({ changes }) => Object.hasOwn(Object(changes), 'summary') || api.refused.clear()
  await saved
  expect(edits.refused.all).toMatchObject([{ field: 'summary', after: 'Two', stored: 'One', why: 'Too short.' }])
  expect([edits.savedCells, summary('case_1'), api.records.get('case_1')]).toMatchObject([
    1,
    'Two',
    { summary: 'One', status: 'acknowledged' },
  ])
})

const unreadable = { id: 'case_1', field: 'summary', entered: '31.2.', row: { id: 'case_1' }, why: 'No such day.' }

test('a text that cannot be read is kept, its row keeps what is stored, and a value entered later takes its place', async () => {
  const { edits, summary, api } = sheetOf(1)
  await edits.apply([], [unreadable])
  expect([edits.refused.at('case_1', 'summary')?.entered, summary('case_1')]).toEqual(['31.2.', 'One'])
  await edits.apply([{ id: 'case_1', field: 'summary', after: 'Two' }])
  expect([edits.refused.size, api.records.get('case_1')?.summary]).toEqual([0, 'Two'])
})

test('refused entries outlive a list that is read again, without their row too, and give way to what is stored then', async () => {
  const { api, edits, edit, summary } = sheetOf(2)
  api.refused.set('case_2', 'Too short.')
  await edits.apply([], [unreadable])
  await edit(['case_2', 'Two'])
  edits.clear()
  expect(edits.refused.size).toBe(2)
  edits.adopt([{ id: 'case_2', summary: 'Theirs' }])
  expect(summary('case_2')).toBe('Two')
  edits.discard()
  expect([summary('case_2'), edits.refused.size]).toEqual(['Theirs', 0])
})

test('a second entry in a cell whose first one is refused is saved on what is stored', async () => {
  const { api, edits, edit } = sheetOf(1)
  api.refused.set('case_1', 'Too short.')
  const first = edit(['case_1', 'Two'])
  const second = edit(['case_1', 'Three'])
  await first
  api.refused.clear()
  await second
  expect([edits.conflicts.length, edits.refused.size, api.records.get('case_1')?.summary]).toEqual([0, 0, 'Three'])
})

test('many rows are sent in requests that the API takes', async () => {
  const { edits, edit, rows, saves } = sheetOf(1100)
  await edit(...rows.map(({ id }): [string, string] => [id, 'Two']))
  expect([saves(), edits.savedCells]).toEqual([3, 1100])
})

test('the history returns copies of the rows', () => {
  const { edits } = sheetOf(0)
  const row = { id: 'case_7', summary: 'One' }
  const [shown] = edits.adopt([row])
  if (shown) shown.summary = 'Changed by the grid'
  expect(row.summary).toBe('One')
})
