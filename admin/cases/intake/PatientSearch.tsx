import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Skeleton from '@mui/material/Skeleton'
import Stack from '@mui/material/Stack'
import TextField from '@mui/material/TextField'
import Typography from '@mui/material/Typography'
import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import type { RaRecord } from 'react-admin'
import { ReadError } from '#admin/frame/ErrorBoundary.tsx'
import { useWords } from '#admin/language/words.ts'
import { isSearchable } from '#shared/values/search.ts'
import { PatientLine } from './PatientLine.tsx'
import { usePatients } from './usePatients.ts'

interface PatientSearchProps {
  readonly text: string
  readonly type: (text: string) => void
  readonly choose: (patient: RaRecord) => void
  /** Enters a new patient; absent for who may not. */
  readonly enterNew: (() => void) | undefined
}

/**
 * Finds a patient by name, phone or member number. Enter takes the first one found, or goes on to a new patient where
 * nobody is found, also when it is pressed before the answer came; the arrows go through the list.
 */
export function PatientSearch({ text, type, choose, enterNew }: PatientSearchProps) {
  const { t } = useWords()
  const { data, error, isFetching, isCurrent, refetch } = usePatients(text.trim())
  const [isTaking, setTaking] = useState(false)
  const found = useRef<HTMLDivElement>(null)
  const isEmpty = isCurrent && !error && data?.length === 0
  useEffect(() => {
    if (!isTaking || !isCurrent || error) return
    setTaking(false)
    const [first] = data ?? []
    if (first) choose(first)
    else enterNew?.()
  }, [isTaking, isCurrent, error, data, choose, enterNew])
  const move = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (!step) return
    const lines = [...(found.current?.querySelectorAll<HTMLElement>('input, li button') ?? [])]
    lines[lines.indexOf(event.target as HTMLElement) + step]?.focus()
    event.preventDefault()
  }
  return (
    <Box ref={found} onKeyDown={move}>
      <TextField
        autoFocus
        label={t('intake.find')}
        placeholder={t('intake.findHint')}
        value={text}
        onChange={(event) => {
          setTaking(false)
          type(event.target.value)
        }}
        onKeyDown={({ key, nativeEvent }) => {
          if (key === 'Enter' && !nativeEvent.isComposing && isSearchable(text)) setTaking(true)
        }}
        slotProps={{ htmlInput: { type: 'search', autoComplete: 'off' } }}
      />
      {error && <ReadError error={error} again={refetch} />}
      {isFetching && <Skeleton sx={{ mt: 1 }} height={40} />}
      <Box component="ul" aria-label={t('intake.find')} className="plain" sx={{ '&&': { mt: 1 } }}>
        {data?.map((row, index) => (
          <Box key={row.id} component="li">
            <Button
              color="secondary"
              fullWidth
              sx={{
                justifyContent: 'space-between',
                textAlign: 'start',
                bgcolor: index === 0 ? 'action.hover' : undefined,
              }}
              onClick={() => choose(row)}
            >
              <PatientLine row={row} />
              {index === 0 && <kbd aria-hidden>Enter</kbd>}
            </Button>
          </Box>
        ))}
      </Box>
      {isSearchable(text) && !isFetching && enterNew && (
        <Stack direction="row" spacing={1} sx={{ flexWrap: 'wrap', alignItems: 'center', mt: 1 }}>
          <Typography variant="body2" color="textSecondary">
            {t('intake.newPatientWhy')}
          </Typography>
          <Button variant="outlined" onClick={enterNew} endIcon={isEmpty ? <kbd aria-hidden>Enter</kbd> : undefined}>
            {t('intake.newPatient')}
          </Button>
        </Stack>
      )}
    </Box>
  )
}
