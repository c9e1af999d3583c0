import { useEffect, useMemo, useReducer, useRef, useState } from 'react'
import { useDataProvider } from 'react-admin'
import type { DeclaredField } from '#admin/entity/declaredFields.ts'
import { titleText } from '#admin/entity/titles/recordTitle.ts'
import { useWords } from '#admin/language/words.ts'
import type { RedressProvider } from '#admin/provider/contract.ts'
import type { Entity } from '#shared/declaration/entity.ts'
import { EditHistory } from './edit/EditHistory.ts'
import { Pager, type PagerQuery } from './Pager.ts'
import type { SheetRow } from './rows.ts'
import { Titles } from './titles.ts'

/** The state of an open sheet: its rows as far as they were read, the person's edits, the titles of referenced records. */
export function useSheet(entity: Entity, { filter, order }: PagerQuery, columns: readonly DeclaredField[]) {
  const provider = useDataProvider<RedressProvider>()
  const [stamp, redraw] = useReducer((count: number) => count + 1, 0)
  const [attempt, refresh] = useReducer((count: number) => count + 1, 0)
  const [rows, setRows] = useState<readonly SheetRow[]>([])
  const [pager, setPager] = useState<Pager>()
  const words = useWords()
  const titles = useMemo(
    () => new Titles(provider, redraw, (target, title) => titleText(target, title, words)),
    [provider, words],
  )
  const edits = useMemo(() => new EditHistory(entity.resource, provider, redraw), [entity, provider])
  edits.columns = entity.columns
  const shown = useRef(columns)
  shown.current = columns

  // biome-ignore lint/correctness/useExhaustiveDependencies: the query by content, and again on refresh
  useEffect(() => {
    edits.clear()
    const next = new Pager(
      entity.resource,
      { filter, order },
      provider,
      (page) => {
        const adopted = edits.adopt(page)
        void titles.need(shown.current, page)
        return adopted
      },
      () => {
        setRows(next.rows)
        redraw()
      },
    )
    setPager(next)
    void next.look(0)
    return () => next.stop()
  }, [JSON.stringify([filter, order]), entity, provider, edits, titles, attempt])

  // biome-ignore lint/correctness/useExhaustiveDependencies: a column shown later needs the titles of the rows read so far
  useEffect(() => {
    void titles.need(columns, rows)
  }, [columns.length])

  return { stamp, rows, pager, edits, titles, refresh, attempt }
}

export type LiveSheet = ReturnType<typeof useSheet>
