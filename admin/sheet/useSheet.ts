import { useEffect, useMemo, useReducer, useRef, useState } from 'react'
import { useDataProvider } from 'react-admin'
import type { DeclaredField } from '#admin/entity/declaredFields.ts'
import type { RedressProvider } from '#admin/provider/contract.ts'
import type { Entity } from '#shared/declaration/entity.ts'
import type { SheetRow } from './columns.ts'
import { Ledger } from './edit/Ledger.ts'
import { Pager, type Query } from './Pager.ts'
import { Titles } from './titles.ts'

/** The live state of a sheet: pages read so far, what the person changed, the titles of referenced records. */
export function useSheet(entity: Entity, query: Query | undefined, columns: readonly DeclaredField[]) {
  const provider = useDataProvider<RedressProvider>()
  const [stamp, told] = useReducer((count: number) => count + 1, 0)
  const [reading, reread] = useReducer((count: number) => count + 1, 0)
  const [rows, setRows] = useState<readonly SheetRow[]>([])
  const [pager, setPager] = useState<Pager>()
  const titles = useMemo(() => new Titles(provider, told), [provider])
  const ledger = useMemo(() => new Ledger(entity.resource, provider, told), [entity, provider])
  ledger.columns = entity.columns
  const shown = useRef(columns)
  shown.current = columns
  const key = JSON.stringify(query)

  // biome-ignore lint/correctness/useExhaustiveDependencies: the query by content, and again when asked to read anew
  useEffect(() => {
    ledger.clear()
    if (!query) return
    const next = new Pager(entity.resource, query, provider, (fresh) => {
      const adopted = ledger.adopt(fresh)
      ledger.restoreFailures()
      setRows((before) => (next.rows.length === fresh.length ? adopted : [...before, ...adopted]))
      void titles.need(shown.current, fresh)
      told()
    })
    setPager(next)
    void next.next()
    return () => next.stop()
  }, [key, entity, provider, ledger, titles, reading])

  // biome-ignore lint/correctness/useExhaustiveDependencies: a column shown later needs the titles of the rows at hand
  useEffect(() => {
    void titles.need(columns, rows)
  }, [columns.length])

  return { stamp, rows, pager, ledger, titles, refresh: reread }
}

export type LiveSheet = ReturnType<typeof useSheet>
