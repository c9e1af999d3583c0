import InputAdornment from '@mui/material/InputAdornment'
import TextField from '@mui/material/TextField'
import { type ClipboardEvent, useState } from 'react'
import { AutocompleteInput, type InputProps, useInput } from 'react-admin'
import { useFormContext, useWatch } from 'react-hook-form'
import { decimalMarkOf, toWall } from '#admin/language/format.ts'
import { useSites } from '#admin/language/Sites.tsx'
import { useWords } from '#admin/language/words.ts'
import { formatMinor } from '#shared/values/money.ts'
import type { DecimalMark } from '#shared/values/reading/plainDecimal.ts'
import { readAmount, readBasisPoints } from '#shared/values/reading/readAmount.ts'
import { readDay } from '#shared/values/reading/readDay.ts'
import { readInstant } from '#shared/values/reading/readInstant.ts'
import { decimalText, readNumber } from '#shared/values/reading/readNumber.ts'
import { readPhone } from '#shared/values/reading/readPhone.ts'

type TypedInputProps = Omit<InputProps, 'format' | 'parse' | 'type'> & {
  helperText?: string | false
  autoFocus?: boolean
}

interface TextForm {
  /** The stored value as text. */
  readonly format: (value: unknown) => string
  /** The value of a text, undefined when it cannot be read. */
  readonly parse: (text: string) => unknown
  readonly type?: 'date' | 'datetime-local' | 'tel'
  readonly unit?: string
  readonly isLatin?: boolean
  readonly inputMode?: 'decimal'
  readonly rows?: number
}

/**
 * A text field over a stored value of another form: the text stays as the person typed it, and the value follows.
 * While a text cannot be read, the value is `NaN`, which every field's schema refuses.
 */
export function TypedInput({
  format,
  parse,
  type,
  unit,
  isLatin,
  inputMode,
  rows,
  helperText,
  ...input
}: TypedInputProps & TextForm) {
  const { id, field, fieldState, isRequired } = useInput(input)
  const { trigger } = useFormContext()
  const [text, setText] = useState<string>()
  const error = fieldState.error?.message
  const hasPicker = type?.startsWith('date') ?? false
  const read = (typed: string) => field.onChange(typed.trim() === '' ? null : (parse(typed) ?? Number.NaN))
  // A browser's own input of days drops a text of any other form than its own, and says nothing.
  const paste = (event: ClipboardEvent) => {
    event.preventDefault()
    setText(undefined)
    read(event.clipboardData.getData('text'))
    void trigger(input.source)
  }
  return (
    <TextField
      id={id}
      name={field.name}
      type={type}
      label={input.label === false ? undefined : input.label}
      required={isRequired}
      disabled={input.disabled}
      autoFocus={input.autoFocus}
      error={Boolean(error)}
      helperText={error ? withoutWrapping(error) : helperText || undefined}
      multiline={rows !== undefined}
      minRows={rows}
      margin="dense"
      value={text ?? format(field.value)}
      onChange={({ target }) => {
        setText(target.value)
        read(target.value)
      }}
      onPaste={hasPicker ? paste : undefined}
      onBlur={() => {
        if (Number.isNaN(field.value)) void trigger(input.source)
        else setText(undefined)
        field.onBlur()
      }}
      slotProps={{
        inputLabel: hasPicker ? { shrink: true } : undefined,
        input: unit ? { endAdornment: <InputAdornment position="end">{unit}</InputAdornment> } : undefined,
        htmlInput: { inputMode, dir: isLatin ? 'ltr' : undefined },
      }}
    />
  )
}

// react-admin wraps a message that needs translation.
const withoutWrapping = (message: string): string => message.replace(/^@@react-admin@@/, '').replace(/^"|"$/g, '')

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '')

const minorText = (value: unknown, currency: string, mark: DecimalMark): string =>
  typeof value === 'number' && Number.isSafeInteger(value) ? formatMinor(value, currency).replace('.', mark) : ''

const useMark = (): DecimalMark => decimalMarkOf(useWords().locale)

/** Where and when a time is read that a form's record has. */
function usePlace() {
  const zone = useSites().zoneOf(useWatch({ name: 'siteId' }))
  return { zone, now: new Date().toISOString() }
}

/** A number in the writing of the panel's language. */
export function NumberInput(props: TypedInputProps) {
  const mark = useMark()
  return (
    <TypedInput
      {...props}
      isLatin
      inputMode="decimal"
      format={(value) => (Number.isFinite(value) ? decimalText(Number(value), mark) : '')}
      parse={(text) => readNumber(text, mark)}
    />
  )
}

/** An amount typed as a decimal and kept in minor units of the record's currency. */
export function MoneyInput(props: TypedInputProps) {
  const sites = useSites()
  const mark = useMark()
  const [currency, siteId] = useWatch({ name: ['currency', 'siteId'] })
  const unit = currency || sites.currencyOf(siteId)
  return (
    <TypedInput
      {...props}
      isLatin
      inputMode="decimal"
      unit={unit}
      format={(value) => minorText(value, unit, mark)}
      parse={(text) => readAmount(text, unit, mark)}
    />
  )
}

/** A percentage typed with two decimals and kept in basis points. */
export function PercentInput(props: TypedInputProps) {
  const mark = useMark()
  return (
    <TypedInput
      {...props}
      isLatin
      inputMode="decimal"
      unit="%"
      format={(value) => minorText(value, 'SAR', mark)}
      parse={(text) => readBasisPoints(text, mark)}
    />
  )
}

/** A phone number in any writing, kept in the international one. */
export function PhoneInput(props: TypedInputProps) {
  return <TypedInput {...props} type="tel" isLatin format={textOf} parse={(text) => readPhone(text) ?? text} />
}

/** A day, picked, typed or pasted in any form that can be read. */
export function DayInput(props: TypedInputProps) {
  const place = usePlace()
  return <TypedInput {...props} type="date" format={textOf} parse={(text) => readDay(text, place)} />
}

/** A point in time as the site's wall clock shows it, kept in UTC. */
export function InstantInput(props: TypedInputProps) {
  const { t } = useWords()
  const place = usePlace()
  return (
    <TypedInput
      {...props}
      type="datetime-local"
      helperText={props.helperText || t('form.zone', { zone: place.zone })}
      format={(value) => toWall(textOf(value), place.zone)}
      parse={(text) => readInstant(text, place)}
    />
  )
}

/** A term by its name; one that is no longer used is offered only where the record has it. */
export function TermInput({ list, source, ...props }: TypedInputProps & { list: string }) {
  const words = useWords()
  const code = useWatch({ name: source })
  const known = words.terms(list)
  const offered = known.filter((each) => each.isActive || each.code === code)
  const isUnknown = code && !known.some((each) => each.code === code)
  return (
    <AutocompleteInput
      {...props}
      source={source}
      choices={isUnknown ? [...offered, { code, name: code }] : offered}
      optionValue="code"
      optionText="name"
      translateChoice={false}
    />
  )
}

/** A structured value as JSON text, for those who set up contracts. */
export function DataInput(props: TypedInputProps) {
  return (
    <TypedInput
      {...props}
      rows={4}
      isLatin
      format={(value) => (value === undefined || value === null || value === '' ? '' : JSON.stringify(value, null, 2))}
      parse={(text) => {
        try {
          return JSON.parse(text)
        } catch {
          return undefined
        }
      }}
    />
  )
}
