import TextField, { type TextFieldProps } from '@mui/material/TextField'
import { useState } from 'react'
import { toWall } from '#admin/language/format.ts'
import { useSites } from '#admin/language/Sites.tsx'
import { useWords } from '#admin/language/words.ts'
import { day, instant } from '#shared/declaration/field.ts'
import { cleaned } from '#shared/values/reading/plainText.ts'
import { readDay, type TimePlace } from '#shared/values/reading/readDay.ts'
import { readInstant } from '#shared/values/reading/readInstant.ts'
import { problemWith } from './problem.ts'

/** The text of the browser's input for a pasted text; nothing where it cannot be read. */
const readers = {
  date: readDay,
  month: (text: string, place: TimePlace) =>
    /^\d{4}-\d\d$/.test(cleaned(text)) ? cleaned(text) : readDay(text, place)?.slice(0, 7),
  'datetime-local': (text: string, place: TimePlace) => toWall(readInstant(text, place), place.zone) || undefined,
}

type PickerFieldProps = Omit<TextFieldProps, 'type' | 'value' | 'onChange' | 'onPaste' | 'variant'> & {
  readonly type: keyof typeof readers
  /** Of whose clock a pasted time is; of the person's own site when absent. */
  readonly zone?: string
  /** A day, a month or a wall clock, as the browser's input writes it; empty for none. */
  readonly value: string
  readonly change: (value: string) => void
}

/**
 * A day, a month or a time outside a form of a record: the browser's own input, which drops a pasted text of any form but
 * its own and says nothing. This one reads it as every list and form does, and says what it cannot read.
 */
export function PickerField({ type, zone, value, change, ...props }: PickerFieldProps) {
  const words = useWords()
  const { zoneOf } = useSites()
  const [problem, setProblem] = useState<string>()
  const enter = (text: string) => {
    setProblem(undefined)
    change(text)
  }
  const paste = (text: string) => {
    const read = readers[type](text, { zone: zone ?? zoneOf(), now: new Date().toISOString() })
    if (read) enter(read)
    else setProblem(problemWith(type === 'datetime-local' ? instant() : day(), Number.NaN, words))
  }
  return (
    <TextField
      {...props}
      type={type}
      value={value}
      error={props.error || problem !== undefined}
      helperText={problem ?? props.helperText}
      onChange={({ target }) => enter(target.value)}
      onPaste={(event) => {
        event.preventDefault()
        paste(event.clipboardData.getData('text'))
      }}
      slotProps={{ inputLabel: { shrink: true }, ...props.slotProps }}
    />
  )
}
