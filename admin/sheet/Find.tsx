import SearchIcon from '@mui/icons-material/Search'
import Box from '@mui/material/Box'
import InputAdornment from '@mui/material/InputAdornment'
import TextField from '@mui/material/TextField'
import Typography from '@mui/material/Typography'
import { useEffect, useRef, useState } from 'react'
import { useSettled } from '#admin/frame/useSettled.ts'
import { useWords } from '#admin/language/words.ts'
import { isSearchable } from '#shared/values/search.ts'
import { useListState } from './useListState.ts'

/** The search box of a list; it searches while somebody types, as soon as enough is there. */
export function Find() {
  const { t } = useWords()
  const { filterValues, setFilters } = useListState()
  const q = typeof filterValues.q === 'string' ? filterValues.q : ''
  const [text, setText] = useState(q)
  const settled = useSettled(text.trim(), 300)
  const isShort = settled !== '' && !isSearchable(settled)
  // Letters that are typed while the list is read must stay.
  const searched = useRef(q)
  useEffect(() => {
    if (q !== searched.current) setText(q)
    searched.current = q
  }, [q])
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each text
  useEffect(() => {
    if (settled === q || settled !== text.trim() || isShort) return
    const { q: _, ...rest } = filterValues
    searched.current = settled
    setFilters(settled === '' ? rest : { ...rest, q: settled })
  }, [settled])
  return (
    <Box sx={{ position: 'relative', flex: { xs: '1 1 100%', sm: '0 1 220px' }, minWidth: { xs: 0, sm: 140 } }}>
      <TextField
        data-sheet-search
        value={text}
        onChange={(event) => setText(event.target.value)}
        placeholder={t('sheet.search')}
        slotProps={{
          htmlInput: {
            type: 'search',
            maxLength: 80,
            'aria-label': t('sheet.search'),
            'aria-describedby': 'find-short',
          },
          input: {
            sx: { height: { xs: 44, sm: 34 }, fontSize: { xs: 16, sm: 14 } },
            startAdornment: (
              <InputAdornment position="start">
                <SearchIcon fontSize="small" />
              </InputAdornment>
            ),
          },
        }}
      />
      <Typography id="find-short" role="status" variant="caption" component="div" color="textSecondary" sx={hintStyle}>
        {isShort && t('filters.short')}
      </Typography>
    </Box>
  )
}

// The sentence lies over what is below, so that nothing moves while somebody types.
const hintStyle = {
  position: 'absolute',
  zIndex: 2,
  top: '100%',
  width: 'max-content',
  maxWidth: 'min(320px, 90vw)',
  px: 1,
  bgcolor: 'background.paper',
  borderRadius: 1,
} as const
