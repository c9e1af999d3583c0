import Checkbox from '@mui/material/Checkbox'
import FormControlLabel from '@mui/material/FormControlLabel'
import FormGroup from '@mui/material/FormGroup'
import TextField from '@mui/material/TextField'
import { PickerField } from '#admin/entity/PickerField.tsx'
import { useWords, type Words } from '#admin/language/words.ts'
import type { Field } from '#shared/declaration/field.ts'
import { useListState } from '../useListState.ts'
import { scaleOf } from './comparisons.ts'
import { NumberEditor } from './NumberEditor.tsx'
import { RecordsEditor } from './RecordsEditor.tsx'
import type { ValueEditorProps } from './valueEditorProps.ts'

/** The editor of a filter's values, by the kind of its column. */
export function ValueEditor(props: ValueEditorProps) {
  const { column, comparison, values, change } = props
  const words = useWords()
  const { t } = words
  const { field } = column
  const [first, last] = values
  if (comparison === 'empty' || comparison === 'filled') return null
  if (field.resource) return <RecordsEditor {...props} />
  const scale = scaleOf(field.kind)
  if (scale === 'list') return <ChoicesEditor {...props} options={optionsOf(field, words)} />
  if (scale === 'number') return <NumberEditor {...props} />
  if (scale === 'text' || scale === 'word')
    return (
      <TextField
        label={t('filters.value')}
        value={first ?? ''}
        autoFocus
        onChange={({ target }) => change(target.value.trim() === '' ? [undefined] : [target.value])}
      />
    )
  const time = (label: string, value: unknown, enter: (text: string | undefined) => void, isSecond = false) => (
    <PickerField
      type={comparison === 'inMonth' ? 'month' : 'date'}
      label={t(label)}
      value={String(value ?? '')}
      change={(text) => enter(text === '' ? undefined : text)}
      autoFocus={!isSecond}
      // A browser without a list of months takes the text.
      slotProps={comparison === 'inMonth' ? { htmlInput: { pattern: '\\d{4}-\\d{2}' } } : undefined}
    />
  )
  if (comparison !== 'between')
    return time(comparison === 'inMonth' ? 'filters.month' : 'filters.value', first, (text) => change([text]))
  return (
    <>
      {time('filters.from', first, (text) => change([text, last]))}
      {time('filters.to', last, (text) => change([first, text]), true)}
    </>
  )
}

const optionsOf = ({ choices, terms }: Field, words: Words): readonly unknown[] =>
  terms ? words.terms(terms).map(({ code }) => code) : (choices ?? [true, false])

type ChoicesEditorProps = ValueEditorProps & { readonly options: readonly unknown[] }

/** Choices to tick: any number of them, or one where the comparison takes only one. */
function ChoicesEditor({ column: { name, field }, comparison, values, change, options }: ChoicesEditorProps) {
  const words = useWords()
  const { entity } = useListState()
  const isOne = comparison === 'isNot' || field.kind === 'boolean'
  return (
    <FormGroup
      role="group"
      aria-label={words.field(entity.resource, name)}
      sx={{ maxHeight: 260, overflow: 'auto', flexWrap: 'nowrap', px: 0.5 }}
    >
      {options.map((option, index) => (
        <FormControlLabel
          key={String(option)}
          control={
            <Checkbox
              size="small"
              autoFocus={index === 0}
              checked={values.includes(option)}
              onChange={(_, isOn) =>
                change(isOn ? [...(isOne ? [] : values), option] : values.filter((each) => each !== option))
              }
            />
          }
          label={field.terms ? words.term(field.terms, String(option)) : words.value(entity.resource, name, option)}
        />
      ))}
    </FormGroup>
  )
}
