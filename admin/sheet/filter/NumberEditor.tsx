import InputAdornment from '@mui/material/InputAdornment'
import TextField from '@mui/material/TextField'
import { useState } from 'react'
import { useTextContext } from '#admin/entity/useTextContext.ts'
import { useWords } from '#admin/language/words.ts'
import { copyText } from '../edit/copy.ts'
import { parseCell } from '../edit/parse.ts'
import { useListState } from '../useListState.ts'
import type { ValueEditorProps } from './valueEditorProps.ts'

/** Numbers, percentages and amounts, written as in a cell of the sheet; amounts in the places of their currency. */
export function NumberEditor({ column, comparison, currency, values, change, problem, refuse }: ValueEditorProps) {
  const { t } = useWords()
  const { entity } = useListState()
  const context = useTextContext(entity.resource, { currency })
  const [texts, setTexts] = useState(() => values.map((value) => copyText(column, value, context)))
  const { kind } = column.field
  const unit = kind === 'money' ? currency : kind === 'basisPoints' ? '%' : undefined
  const enter = (index: number, text: string) => {
    const next = [texts[0] ?? '', texts[1] ?? ''].with(index, text)
    const read = next.map((each) => (each.trim() === '' ? { value: undefined } : parseCell(column, each, context)))
    setTexts(next)
    refuse(read.flatMap((each) => ('problem' in each ? [each.problem] : []))[0])
    change(read.map((each) => ('value' in each ? each.value : undefined)).slice(0, comparison === 'between' ? 2 : 1))
  }
  const labels = comparison === 'between' ? [t('filters.from'), t('filters.to')] : [t('filters.value')]
  return labels.map((label, index) => (
    <TextField
      key={label}
      label={label}
      value={texts[index] ?? ''}
      autoFocus={index === 0}
      onChange={({ target }) => enter(index, target.value)}
      error={problem !== undefined}
      helperText={index === labels.length - 1 ? problem : undefined}
      slotProps={{
        htmlInput: { inputMode: 'decimal', dir: 'ltr' },
        input: unit ? { endAdornment: <InputAdornment position="end">{unit}</InputAdornment> } : undefined,
      }}
    />
  ))
}
