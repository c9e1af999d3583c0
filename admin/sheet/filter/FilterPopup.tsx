import Box from '@mui/material/Box'
import { lazy, Suspense } from 'react'
import { Popup } from '#admin/frame/Popup.tsx'
import { useWords } from '#admin/language/words.ts'
import type { ColumnFilter } from './comparisons.ts'

const FilterBuilder = lazy(() => import('./FilterBuilder.tsx').then((all) => ({ default: all.FilterBuilder })))

/** What is being edited: a filter, or a new one on a column or on any, below an element. */
export interface FilterTarget {
  readonly anchor: Element
  readonly filter?: ColumnFilter | string
}

/** The editor of one filter, below the button, chip or header that opened it. */
export function FilterPopup({ editing, close }: { editing: FilterTarget; close: () => void }) {
  const { t } = useWords()
  return (
    <Popup anchor={editing.anchor} close={close} label={t('filters.edit')} side="left" sx={{ p: 2, width: 340 }}>
      <Suspense fallback={<Box sx={{ height: 180 }} />}>
        <FilterBuilder filter={editing.filter} close={close} />
      </Suspense>
    </Popup>
  )
}
