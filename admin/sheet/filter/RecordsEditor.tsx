import Autocomplete from '@mui/material/Autocomplete'
import TextField from '@mui/material/TextField'
import { useQuery } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import { titleText } from '#admin/entity/titles/recordTitle.ts'
import { useSettled } from '#admin/frame/useSettled.ts'
import { useWords } from '#admin/language/words.ts'
import { entityOf } from '#shared/entities/index.ts'
import type { EditorChoice } from '../edit/editorChoices.ts'
import { useListState } from '../useListState.ts'
import type { ValueEditorProps } from './valueEditorProps.ts'

/** Records to choose by searching for their names and numbers. */
export function RecordsEditor({ column: { name, field }, comparison, values, change }: ValueEditorProps) {
  const words = useWords()
  const { entity, sheet } = useListState()
  const { titles } = sheet
  const resource = field.resource ?? ''
  const [typed, setTyped] = useState('')
  const search = useSettled(typed.trim(), 150)
  const { data = [] } = useQuery({
    queryKey: [resource, 'choices', search],
    queryFn: () => titles.find(resource, search),
  })
  // Other objects for the same values would empty the text that is being typed.
  const choices = useMemo(() => {
    const labelOf = (id: string) => {
      const title = titles.titleOf(resource, id)
      return title === undefined ? '…' : titleText(entityOf(resource), title, words)
    }
    return values.map((id): EditorChoice => ({ value: String(id), label: labelOf(String(id)) }))
  }, [values, titles, resource, words])
  return (
    <Autocomplete<EditorChoice, true>
      multiple
      options={[...data]}
      value={choices}
      filterOptions={(all) => all}
      isOptionEqualToValue={(a, b) => a.value === b.value}
      getOptionKey={({ value }) => value}
      onChange={(_, next) => change(next.slice(comparison === 'isNot' ? -1 : 0).map(({ value }) => value))}
      onInputChange={(_, text) => setTyped(text)}
      noOptionsText={words.t('search.none')}
      renderInput={(params) => <TextField {...params} label={words.field(entity.resource, name)} autoFocus />}
    />
  )
}
