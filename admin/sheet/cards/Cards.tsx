import Box from '@mui/material/Box'
import Stack from '@mui/material/Stack'
import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { useListContext } from 'react-admin'
import type { DeclaredField } from '#admin/entity/declaredFields.ts'
import { useWords } from '#admin/language/words.ts'
import type { Entity } from '#shared/declaration/entity.ts'
import { linkedColumn } from '../columns.ts'
import { Status } from '../Status.tsx'
import type { LiveSheet } from '../useSheet.ts'
import { RecordCard } from './RecordCard.tsx'
import { summaryColumns } from './summaryColumns.ts'

/** Cards drawn in one step; more follow as the person scrolls. */
const step = 40

interface CardsProps {
  readonly entity: Entity
  readonly sheet: LiveSheet
  readonly columns: readonly DeclaredField[]
}

/** A list on a small screen: a card for each record, read on as the person scrolls. */
export function Cards({ entity, sheet, columns }: CardsProps) {
  const words = useWords()
  const { selectedIds, onToggleItem } = useListContext()
  const { rows, pager } = sheet
  const { end, limit } = useSteps(rows.length, () => pager?.more())
  const summary = useMemo(() => summaryColumns(entity, columns), [entity, columns])
  const title = linkedColumn(entity, columns)
  const latest = useRef(onToggleItem)
  latest.current = onToggleItem
  const toggle = useCallback((id: string) => latest.current(id), [])
  const selection = new Set(selectedIds.map(String))
  return (
    <Stack sx={{ flex: 1, minHeight: 0, bgcolor: 'background.default' }}>
      <Box sx={{ flex: 1, minHeight: 0, overflow: 'auto' }}>
        <Stack
          component="ul"
          spacing={1}
          aria-label={words.resource(entity.resource)}
          sx={{ listStyle: 'none', m: 0, p: 1.5 }}
        >
          {rows.slice(0, limit).map((row) => (
            <RecordCard
              key={row.id}
              entity={entity}
              row={row}
              title={title}
              columns={summary}
              isSelected={selection.has(row.id)}
              toggle={toggle}
            />
          ))}
        </Stack>
        <div ref={end} />
      </Box>
      <Status sheet={sheet} />
    </Stack>
  )
}

/** How many rows to draw: one more step, and `more` rows from the server, whenever the end comes near the screen. */
function useSteps(count: number, more: () => void) {
  const [limit, setLimit] = useState(step)
  const end = useRef<HTMLDivElement>(null)
  const latest = useRef(more)
  latest.current = more
  // The observer starts again after each step, and so again until the end is far from the screen.
  useEffect(() => {
    const observer = new IntersectionObserver(
      ([entry]) => {
        if (!entry?.isIntersecting) return
        setLimit((before) => Math.min(before, count) + step)
        if (limit + step > count) latest.current()
      },
      { root: end.current?.parentElement, rootMargin: '600px' },
    )
    if (end.current) observer.observe(end.current)
    return () => observer.disconnect()
  }, [limit, count])
  return { end, limit }
}
