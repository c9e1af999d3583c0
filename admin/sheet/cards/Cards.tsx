import Box from '@mui/material/Box'
import Stack from '@mui/material/Stack'
import Typography from '@mui/material/Typography'
import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { useWords } from '#admin/language/words.ts'
import { linkedColumn } from '../columns.ts'
import { Status } from '../Status.tsx'
import { useListState } from '../useListState.ts'
import { RecordCard } from './RecordCard.tsx'
import { SelectionBar } from './SelectionBar.tsx'
import { summaryColumns } from './summaryColumns.ts'

/** Cards drawn in one step; more follow as the person scrolls. */
const step = 40

/** A list on a small screen: a card for each record, read on as the person scrolls. */
export function Cards() {
  const words = useWords()
  const { entity, sheet, preferences, data, selectedIds, onToggleItem } = useListState()
  const { shown } = preferences
  // Cards are read from the first one on, so that the next page begins where they end.
  const { end, limit } = useSteps(data.length, () => void sheet.pager?.look(data.length))
  const summary = useMemo(() => summaryColumns(entity, shown), [entity, shown])
  const title = linkedColumn(entity, shown)
  const phone = useMemo(() => shown.find(({ field }) => field.kind === 'phone'), [shown])
  const latest = useRef(onToggleItem)
  latest.current = onToggleItem
  const toggle = useCallback((id: string) => latest.current(id), [])
  const selection = new Set(selectedIds.map(String))
  return (
    <Stack sx={{ flex: 1, minHeight: 0, bgcolor: 'background.default' }}>
      <Box sx={{ flex: 1, minHeight: 0, overflow: 'auto' }}>
        <Typography variant="caption" component="p" color="textSecondary" sx={{ px: 1.5, pt: 1.5 }}>
          {words.t('cards.choose')}
        </Typography>
        <Stack
          component="ul"
          spacing={1}
          aria-label={words.resource(entity.resource)}
          sx={{ listStyle: 'none', m: 0, p: 1.5 }}
        >
          {data.slice(0, limit).map((row) => (
            <RecordCard
              key={row.id}
              entity={entity}
              row={row}
              title={title}
              columns={summary}
              phone={phone}
              isSelected={selection.has(row.id)}
              isChoosing={selection.size > 0}
              toggle={toggle}
            />
          ))}
        </Stack>
        <div ref={end} />
      </Box>
      <SelectionBar />
      <Status />
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
