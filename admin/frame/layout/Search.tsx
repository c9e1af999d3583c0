import SearchIcon from '@mui/icons-material/Search'
import Autocomplete from '@mui/material/Autocomplete'
import Box from '@mui/material/Box'
import InputAdornment from '@mui/material/InputAdornment'
import TextField from '@mui/material/TextField'
import Typography from '@mui/material/Typography'
import { useState } from 'react'
import { useNavigate } from 'react-router-dom'
import { useWords } from '#admin/language/words.ts'
import { isSearchable } from '#shared/values/search.ts'
import { type Hit, useHits } from './useHits.ts'

/** One box for people and numbers: patients by name, phone or member number; cases and files by number or patient. */
export function Search() {
  const words = useWords()
  const navigate = useNavigate()
  const [text, setText] = useState('')
  const { hits, isSearching } = useHits(text.trim())
  return (
    <Autocomplete<Hit, false, false, false>
      options={hits}
      loading={isSearching}
      filterOptions={(all) => all}
      groupBy={(hit) => words.resource(hit.resource)}
      getOptionLabel={(hit) => hit.title}
      isOptionEqualToValue={(a, b) => a.id === b.id}
      getOptionKey={(hit) => hit.id}
      value={null}
      blurOnSelect
      inputValue={text}
      onInputChange={(_, value, reason) => reason !== 'reset' && setText(value)}
      onChange={(_, hit) => {
        setText('')
        if (hit) navigate(`/${hit.resource}/${hit.id}/show`)
      }}
      noOptionsText={words.t(isSearchable(text) ? 'search.none' : 'filters.short')}
      loadingText={words.t('search.busy')}
      popupIcon={null}
      renderOption={({ key, ...props }, hit) => (
        <Box component="li" key={key} {...props}>
          <Box sx={{ minWidth: 0 }}>
            <div dir="auto">{words.shown(hit.title)}</div>
            <Typography variant="caption" component="div" color="textSecondary" dir="auto">
              {words.shown(hit.detail)}
            </Typography>
          </Box>
        </Box>
      )}
      renderInput={(params) => (
        <TextField
          {...params}
          placeholder={words.t('search.hint')}
          slotProps={{
            ...params.slotProps,
            htmlInput: { ...params.slotProps.htmlInput, 'aria-label': words.t('search.label'), type: 'search' },
            input: {
              ...params.slotProps.input,
              sx: { fontSize: 14, height: 38 },
              startAdornment: (
                <InputAdornment position="start">
                  <SearchIcon fontSize="small" />
                </InputAdornment>
              ),
            },
          }}
        />
      )}
    />
  )
}
