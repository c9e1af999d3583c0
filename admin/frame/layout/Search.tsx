import SearchIcon from '@mui/icons-material/Search'
import Autocomplete from '@mui/material/Autocomplete'
import Box from '@mui/material/Box'
import InputAdornment from '@mui/material/InputAdornment'
import TextField from '@mui/material/TextField'
import Typography from '@mui/material/Typography'
import { useEffect, useState } from 'react'
import { type RaRecord, useDataProvider, usePermissions } from 'react-admin'
import { useNavigate } from 'react-router-dom'
import { useWords } from '#admin/language/words.ts'
import { holds } from '#admin/provider/auth.ts'
import type { Me, RedressProvider } from '#admin/provider/contract.ts'
import { isErasedText } from '#shared/values/erasedText.ts'
import { isSearchable } from '#shared/values/search.ts'

interface Hit {
  readonly resource: string
  readonly id: string
  readonly title: string
  readonly detail: string
}

const resources = ['patients', 'cases', 'settlement-files'] as const

/** One box for people and numbers: patients by name, phone or member number; cases and files by number or patient. */
export function Search() {
  const words = useWords()
  const navigate = useNavigate()
  const [text, setText] = useState('')
  const { hits, isSearching } = useHits(text.trim())
  return (
    <Autocomplete<Hit, false, false, false>
      sx={{ width: { xs: '100%', sm: 380 }, maxWidth: 380, flexShrink: 1 }}
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

function useHits(text: string): { hits: Hit[]; isSearching: boolean } {
  const provider = useDataProvider<RedressProvider>()
  const { permissions: me } = usePermissions<Me>()
  const [result, setResult] = useState<{ text: string; hits: Hit[] }>({ text: '', hits: [] })
  useEffect(() => {
    if (!isSearchable(text)) return
    const stop = new AbortController()
    const timer = setTimeout(async () => {
      const answers = await Promise.allSettled(
        resources
          .filter((resource) => me && holds(me, resource, 'read'))
          .map((resource) =>
            provider
              .page(resource, { filter: { q: text }, limit: 5, signal: stop.signal })
              .then(({ rows }) => rows.map((row) => hitOf(resource, row))),
          ),
      )
      if (!stop.signal.aborted)
        setResult({ text, hits: answers.flatMap((answer) => (answer.status === 'fulfilled' ? answer.value : [])) })
    }, 200)
    return () => {
      clearTimeout(timer)
      stop.abort()
    }
  }, [text, provider, me])
  const isCurrent = result.text === text
  return { hits: isCurrent ? result.hits : [], isSearching: isSearchable(text) && !isCurrent }
}

function hitOf(resource: string, row: RaRecord): Hit {
  const id = String(row.id)
  if (resource === 'patients')
    return {
      resource,
      id,
      title: row.name,
      detail: [row.memberNumber, row.phone].filter((each) => each && !isErasedText(each)).join(' · '),
    }
  return { resource, id, title: row.number ?? id, detail: row.patientName ?? '' }
}
