import Autocomplete from '@mui/material/Autocomplete'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Checkbox from '@mui/material/Checkbox'
import FormControlLabel from '@mui/material/FormControlLabel'
import FormGroup from '@mui/material/FormGroup'
import TextField from '@mui/material/TextField'
import { type ReactNode, useEffect, useState } from 'react'
import type { FilterField } from '#admin/entity/declaredFields.ts'
import { useWords } from '#admin/language/words.ts'
import type { EditorChoice } from '../edit/editors.ts'
import type { Titles } from '../titles.ts'

interface FilterEditorProps {
  /** The resource of the list. */
  readonly resource: string
  readonly field: FilterField
  readonly label: string
  readonly values: Readonly<Record<string, unknown>>
  readonly titles: Titles
  readonly apply: (entries: Record<string, unknown>) => void
}

/** Edits one filter: values of a list, records, or a range of days. */
export function FilterEditor(props: FilterEditorProps) {
  const { field: declared, values } = props
  const { name, field, by } = declared
  if (by === 'range') return <DayRange {...props} />
  const chosen = [values[name] ?? values[`${name}_eq_any`] ?? []].flat()
  if (field.kind === 'reference') return <Records {...props} chosen={chosen.map(String)} />
  return (
    <ValueList
      {...props}
      chosen={chosen}
      options={field.kind === 'boolean' ? [true, false] : [...(field.choices ?? [])]}
    />
  )
}

const entry = (name: string, chosen: readonly unknown[]): Record<string, unknown> => {
  if (chosen.length === 0) return {}
  return chosen.length === 1 ? { [name]: chosen[0] } : { [`${name}_eq_any`]: chosen }
}

function FilterForm({
  submit,
  isSpaced = false,
  children,
}: {
  submit: () => void
  isSpaced?: boolean
  children: ReactNode
}) {
  const { t } = useWords()
  return (
    <Box
      component="form"
      onSubmit={(event) => {
        event.preventDefault()
        submit()
      }}
      sx={isSpaced ? { display: 'grid', gap: 2 } : undefined}
    >
      {children}
      <Button type="submit" variant="contained" sx={{ justifySelf: 'start' }}>
        {t('sheet.apply')}
      </Button>
    </Box>
  )
}

function ValueList({
  resource,
  field: { name, field },
  label,
  chosen,
  options,
  apply,
}: FilterEditorProps & { chosen: readonly unknown[]; options: readonly unknown[] }) {
  const words = useWords()
  const [now, setNow] = useState(chosen)
  const isOne = field.kind === 'boolean'
  return (
    <FilterForm submit={() => apply(entry(name, now))}>
      <FormGroup aria-label={label} sx={{ maxHeight: 300, overflow: 'auto', flexWrap: 'nowrap', mb: 1 }}>
        {options.map((option, index) => (
          <FormControlLabel
            key={String(option)}
            control={
              <Checkbox
                size="small"
                autoFocus={index === 0}
                checked={now.includes(option)}
                onChange={(_, isOn) =>
                  setNow(isOn ? (isOne ? [option] : [...now, option]) : now.filter((each) => each !== option))
                }
              />
            }
            label={words.value(resource, name, option)}
          />
        ))}
      </FormGroup>
    </FilterForm>
  )
}

function DayRange({ field: { name }, values, apply }: FilterEditorProps) {
  const { t } = useWords()
  const [from, setFrom] = useState(String(values[`${name}_gte`] ?? '').slice(0, 10))
  const [to, setTo] = useState(String(values[`${name}_lte`] ?? '').slice(0, 10))
  const submit = () => apply({ ...(from && { [`${name}_gte`]: from }), ...(to && { [`${name}_lte`]: to }) })
  return (
    <FilterForm submit={submit} isSpaced>
      <TextField
        type="date"
        label={t('sheet.from')}
        value={from}
        autoFocus
        onChange={(event) => setFrom(event.target.value)}
        slotProps={{ inputLabel: { shrink: true } }}
      />
      <TextField
        type="date"
        label={t('sheet.to')}
        value={to}
        onChange={(event) => setTo(event.target.value)}
        slotProps={{ inputLabel: { shrink: true } }}
      />
    </FilterForm>
  )
}

function Records({
  field: { name, field },
  label,
  chosen,
  titles,
  apply,
}: FilterEditorProps & { chosen: readonly string[] }) {
  const { t } = useWords()
  const resource = field.resource ?? ''
  const [now, setNow] = useState<EditorChoice[]>(
    chosen.map((value) => ({ value, label: titles.titleOf(resource, value) ?? '…' })),
  )
  const [typed, setTyped] = useState('')
  const [matches, setMatches] = useState<readonly EditorChoice[]>([])
  const submit = () => {
    const ids = now.map(({ value }) => value)
    apply(entry(name, ids))
  }
  useEffect(() => {
    let isCurrent = true
    const timer = setTimeout(async () => {
      const choices = await titles.find(resource, typed.trim()).catch(() => [])
      if (isCurrent) setMatches(choices)
    }, 150)
    return () => {
      isCurrent = false
      clearTimeout(timer)
    }
  }, [typed, resource, titles])
  return (
    <FilterForm submit={submit} isSpaced>
      <Autocomplete<EditorChoice, true>
        multiple
        options={[...matches]}
        value={now}
        filterOptions={(all) => all}
        isOptionEqualToValue={(a, b) => a.value === b.value}
        getOptionKey={({ value }) => value}
        onChange={(_, next) => setNow(next)}
        onInputChange={(_, text) => setTyped(text)}
        noOptionsText={t('search.none')}
        renderInput={(params) => <TextField {...params} label={label} autoFocus />}
      />
    </FilterForm>
  )
}
