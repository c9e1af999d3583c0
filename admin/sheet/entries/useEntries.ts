import { useEffect } from 'react'
import { useNotify } from 'react-admin'
import type { TextContext } from '#admin/entity/valueText.ts'
import { useWords } from '#admin/language/words.ts'
import { inPool } from '#shared/values/inPool.ts'
import type { CellEdit } from '../edit/cells.ts'
import { isRead, type SheetRow } from '../rows.ts'
import { useListState } from '../useListState.ts'

/** Reading entered values is loaded after the sheet is on screen. */
const loadReader = () => import('./readEntries.ts')

/** Unknown titles that are looked up for one entry, and how many at the same time. */
const mostLookups = 100
const lookupsTogether = 6

/** Takes in what is entered in cells: reads it, saves what can be read, keeps the rest in its cells. */
export function useEntries(contextOf: (row: SheetRow) => TextContext) {
  const words = useWords()
  const notify = useNotify()
  const { columns, sheet, preferences } = useListState()
  const { edits, titles } = sheet
  const columnOf = (name: string) => columns.find((column) => column.name === name)

  /** Looks for the records whose titles were entered and are not known yet. */
  const findTitles = async (cells: readonly CellEdit[]) => {
    const wanted = new Map<string, () => Promise<unknown>>()
    for (const { name, entered } of cells) {
      const { kind, resource = '' } = columnOf(name)?.field ?? {}
      const title = typeof entered === 'string' ? entered.trim() : ''
      if (kind === 'reference' && title !== '' && titles.idOf(resource, title) === undefined)
        wanted.set(`${resource} ${title}`, () => titles.find(resource, title))
    }
    const first = [...wanted.values()].slice(0, mostLookups)
    await inPool(first, lookupsTogether, (find) => find().catch(() => undefined))
  }
  const read = async (cells: readonly CellEdit[]) => {
    const { readEntries } = await loadReader()
    await findTitles(cells)
    return readEntries(cells, columnOf, contextOf)
  }
  const failing = (work: Promise<unknown>) =>
    work.catch((error: unknown) => notify(words.failure(error), { type: 'error' })).then(() => {})
  const needTitles = (rows: readonly SheetRow[]) => titles.need(preferences.shown, rows)

  useEffect(() => void loadReader(), [])
  return {
    columnOf,
    /** Reads and saves entries of rows that were read; those of other rows are no entries of anybody. */
    enter: (cells: readonly CellEdit[]) => {
      const own = cells.filter(({ row }) => isRead(row))
      const saved = read(own).then(({ values, unreadable }) => edits.apply(values, unreadable))
      return failing(saved.then(() => needTitles(own.map(({ row }) => row))))
    },
    /** Reads and saves all refused entries again, in one command. */
    retry: () => {
      const all = edits.refused.all
      const texts = all.flatMap(({ id, field, entered, row }): CellEdit[] =>
        entered === undefined || !row ? [] : [{ row: edits.rows.get(id) ?? row, name: field, entered }],
      )
      const refused = all.flatMap(({ id, field, entered, after }) =>
        entered === undefined ? [{ id, field, after }] : [],
      )
      return failing(read(texts).then(({ values, unreadable }) => edits.apply([...refused, ...values], unreadable)))
    },
  }
}
