import { useEffect, useMemo, useReducer, useRef, useState } from 'react'
import { useDataProvider } from 'react-admin'
import type { DeclaredField } from '#admin/entity/declaredFields.ts'
import type { RedressProvider } from '#admin/provider/contract.ts'
import type { Entity } from '#shared/declaration/entity.ts'
import type { SheetRow } from './columns.ts'
import { EditHistory } from './edit/EditHistory.ts'
import { Pager, type Query } from './Pager.ts'
import { Titles } from './titles.ts'

/** The state of an open sheet: the rows read so far, the person's edits, the titles of referenced records. */
export function useSheet(entity: Entity, query: Query | undefined, columns: readonly DeclaredField[]) {
  const provider = useDataProvider<RedressProvider>()
  const [stamp, redraw] = useReducer((count: number) => count + 1, 0)
  const [attempt, refresh] = useReducer((count: number) => count + 1, 0)
  const [rows, setRows] = useState<readonly SheetRow[]>([])
  const [pager, setPager] = useState<Pager>()
  const titles = useMemo(() => new Titles(provider, redraw), [provider])
  const edits = useMemo(() => new EditHistory(entity.resource, provider, redraw), [entity, provider])
  edits.columns = entity.columns
  const shown = useRef(columns)
  shown.current = columns
  const key = JSON.stringify(query)

  // biome-ignore lint/correctness/useExhaustiveDependencies: the query by content, and again on refresh
  useEffect(() => {
    edits.clear()
    if (!query) return
    const next = new Pager(entity.resource, query, provider, (fresh) => {
      const adopted = edits.adopt(fresh)
      edits.restoreFailures()
      setRows((before) => (next.rows.length === fresh.length ? adopted : [...before, ...adopted]))
      void titles.need(shown.current, fresh)
      redraw()
    })
    setPager(next)
    void next.next()
    return () => next.stop()
  }, [key, entity, provider, edits, titles, attempt])

  // biome-ignore lint/correctness/useExhaustiveDependencies: a column shown later needs the titles of the rows read so far
  useEffect(() => {
    void titles.need(columns, rows)
  }, [columns.length])

  return { stamp, rows, pager, edits, titles, refresh }
}

export type LiveSheet = ReturnType<typeof useSheet>
