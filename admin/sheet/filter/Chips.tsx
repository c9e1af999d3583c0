import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Chip from '@mui/material/Chip'
import Stack from '@mui/material/Stack'
import { type MouseEvent, useEffect, useReducer } from 'react'
import { useTextContext } from '#admin/entity/useTextContext.ts'
import { useWords } from '#admin/language/words.ts'
import { useListState } from '../useListState.ts'
import type { ColumnFilter } from './comparisons.ts'
import { filterText } from './filterText.ts'

/** The filters in force in plain words, each to be changed or taken away. */
export function Chips() {
  const { t } = useWords()
  const { filters, filterBy, filterValues, setFilters, editFilter } = useListState()
  const textOf = useFilterText()
  const { q, ...others } = filterValues
  const hasSearch = typeof q === 'string'
  return (
    <Stack direction="row" spacing={1} role="group" aria-label={t('filters.inForce')} sx={rowStyle}>
      {hasSearch && <FilterChip text={t('filters.search', { text: q })} remove={() => setFilters(others)} />}
      {filters.map((filter) => (
        <FilterChip
          key={`${filter.name} ${filter.comparison}`}
          text={textOf(filter)}
          edit={(anchor) => editFilter(anchor, filter)}
          remove={() => filterBy(filters.filter((each) => each !== filter))}
        />
      ))}
      {filters.length + Number(hasSearch) > 1 && (
        <Button color="secondary" onClick={() => setFilters({})}>
          {t('filters.clear')}
        </Button>
      )}
    </Stack>
  )
}

// On a small screen they stay one line, which scrolls.
const rowStyle = {
  px: { xs: 1.5, md: 2.5 },
  pb: 1,
  alignItems: 'center',
  flexWrap: { xs: 'nowrap', sm: 'wrap' },
  overflowX: { xs: 'auto', sm: 'visible' },
  '& > *': { flexShrink: 0 },
} as const

interface FilterChipProps {
  readonly text: string
  readonly edit?: (anchor: Element) => void
  readonly remove: () => void
}

/** One filter. Its cross, or Delete while it has the focus, takes it away. */
function FilterChip({ text, edit, remove }: FilterChipProps) {
  const { t } = useWords()
  return (
    <Chip
      variant="outlined"
      label={<bdi>{text}</bdi>}
      onClick={edit && ((event: MouseEvent<HTMLElement>) => edit(event.currentTarget))}
      onDelete={remove}
      deleteIcon={
        <Box
          component="span"
          role="img"
          aria-label={t('filters.remove', { text })}
          sx={{ fontSize: 16, lineHeight: 1, textAlign: 'center' }}
        >
          ×
        </Box>
      }
    />
  )
}

/** Says filters in words, with the titles of the records that they name. */
function useFilterText(): (filter: ColumnFilter) => string {
  const { entity, columns, filters, filterValues, sheet } = useListState()
  const { titles } = sheet
  const [, redraw] = useReducer((count: number) => count + 1, 0)
  const context = useTextContext(entity.resource, { currency: filterValues.currency })
  const records = Object.fromEntries(filters.map(({ name, values }) => [name, values]))
  // biome-ignore lint/correctness/useExhaustiveDependencies: by the records
  useEffect(() => {
    void titles.need(columns, [records]).then(redraw)
  }, [JSON.stringify(records), columns, titles])
  return (filter) => filterText(entity, filter, { ...context, titleOf: titles.titleOf })
}
