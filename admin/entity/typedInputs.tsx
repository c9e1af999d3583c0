import InputAdornment from '@mui/material/InputAdornment'
import TextField from '@mui/material/TextField'
import { useState } from 'react'
import { AutocompleteInput, type InputProps, useInput } from 'react-admin'
import { useWatch } from 'react-hook-form'
import { fromWall, toWall } from '#admin/language/format.ts'
import { useSites } from '#admin/language/Sites.tsx'
import { useWords } from '#admin/language/words.ts'
import { formatMinor, parseMinor } from '#shared/values/money.ts'

type TypedInputProps = Omit<InputProps, 'format' | 'parse'> & { helperText?: string | false }

interface TextForm {
  /** The stored value as text. */
  readonly format: (value: unknown) => string
  /** The value of a text, undefined when it cannot be read. */
  readonly parse: (text: string) => unknown
  readonly type?: string
  readonly unit?: string
  readonly isLatin?: boolean
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
  rows,
  helperText,
  ...input
}: TypedInputProps & TextForm) {
  const { id, field, fieldState, isRequired } = useInput(input)
  const [text, setText] = useState<string>()
  const error = fieldState.error?.message
  return (
    <TextField
      id={id}
      type={type}
      label={input.label === false ? undefined : input.label}
      required={isRequired}
      disabled={input.disabled}
      error={Boolean(error)}
      helperText={error ? withoutWrapping(error) : helperText || undefined}
      multiline={rows !== undefined}
      minRows={rows}
      margin="dense"
      value={text ?? format(field.value)}
      onChange={({ target }) => {
        setText(target.value)
        field.onChange(target.value.trim() === '' ? null : (parse(target.value) ?? Number.NaN))
      }}
      onBlur={() => {
        if (!Number.isNaN(field.value)) setText(undefined)
        field.onBlur()
      }}
      slotProps={{
        inputLabel: type ? { shrink: true } : undefined,
        input: unit ? { endAdornment: <InputAdornment position="end">{unit}</InputAdornment> } : undefined,
        htmlInput: isLatin ? { dir: 'ltr' } : undefined,
      }}
    />
  )
}

// react-admin wraps a message that needs translation.
const withoutWrapping = (message: string): string => message.replace(/^@@react-admin@@/, '').replace(/^"|"$/g, '')

const minorText = (currency: string): TextForm => ({
  format: (value) => (typeof value === 'number' && Number.isSafeInteger(value) ? formatMinor(value, currency) : ''),
  parse: (text) => parseMinor(text, currency),
  isLatin: true,
})

/** An amount typed as a decimal and kept in minor units of the record's currency. */
export function MoneyInput(props: TypedInputProps) {
  const sites = useSites()
  const [currency, siteId] = useWatch({ name: ['currency', 'siteId'] })
  const unit = currency || sites.currencyOf(siteId)
  return <TypedInput {...props} {...minorText(unit)} unit={unit} />
}

/** A percentage typed with two decimals and kept in basis points. */
export function PercentInput(props: TypedInputProps) {
  return <TypedInput {...props} {...minorText('SAR')} unit="%" />
}

/** A point in time as the site's wall clock shows it, kept in UTC. */
export function InstantInput(props: TypedInputProps) {
  const { t } = useWords()
  const sites = useSites()
  const zone = sites.zoneOf(useWatch({ name: 'siteId' }))
  return (
    <TypedInput
      {...props}
      type="datetime-local"
      helperText={props.helperText || t('form.zone', { zone })}
      format={(value) => toWall(typeof value === 'string' ? value : undefined, zone)}
      parse={(text) => fromWall(text, zone)}
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
