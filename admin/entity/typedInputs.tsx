import InputAdornment from '@mui/material/InputAdornment'
import TextField from '@mui/material/TextField'
import { useState } from 'react'
import { type InputProps, useInput } from 'react-admin'
import { useWatch } from 'react-hook-form'
import { fromWall, toWall } from '#admin/language/format.ts'
import { useSites } from '#admin/language/Sites.tsx'
import { useWords } from '#admin/language/words.ts'
import { formatMinor, parseMinor } from '#shared/values/money.ts'

type TypedInputProps = InputProps & { helperText?: string | false }

/**
 * A text field over a stored value of another form: what is typed stays as typed, and the value follows. While a text
 * cannot be read, the value is `NaN`, which no declaration accepts.
 */
function TypedInput(
  props: TypedInputProps & {
    write: (value: unknown) => string
    read: (text: string) => unknown
    type?: string
    unit?: string
    wrong: string
    isLatin?: boolean
    rows?: number
  },
) {
  const { write, read, type, unit, wrong, helperText, isLatin, rows, ...input } = props
  const [isUnreadable, setUnreadable] = useState(false)
  const { id, field, fieldState, isRequired } = useInput({
    ...input,
    validate: (value: unknown, values: object) =>
      isUnreadable ? wrong : typeof input.validate === 'function' ? input.validate(value, values, props) : undefined,
  })
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
      helperText={error ? cleaned(error) : helperText || undefined}
      multiline={rows !== undefined}
      minRows={rows}
      margin="dense"
      value={text ?? write(field.value)}
      onChange={(event) => {
        setText(event.target.value)
        const value = event.target.value.trim() === '' ? null : read(event.target.value)
        setUnreadable(value === undefined)
        field.onChange(value === undefined ? Number.NaN : value)
      }}
      onBlur={() => {
        if (!isUnreadable) setText(undefined)
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
const cleaned = (message: string): string => message.replace(/^@@react-admin@@/, '').replace(/^"|"$/g, '')

/** An amount typed as a decimal and kept in minor units of the record's currency. */
export function MoneyInput(props: TypedInputProps) {
  const { t } = useWords()
  const sites = useSites()
  const [stated, siteId] = useWatch({ name: ['currency', 'siteId'] })
  const currency = stated || sites.currencyOf(siteId)
  return (
    <TypedInput
      {...props}
      unit={currency}
      isLatin
      wrong={t('validation.money')}
      write={(value) => (typeof value === 'number' && Number.isSafeInteger(value) ? formatMinor(value, currency) : '')}
      read={(text) => parseMinor(text, currency)}
    />
  )
}

/** A percentage kept in basis points. */
export function PercentInput(props: TypedInputProps) {
  const { t } = useWords()
  return (
    <TypedInput
      {...props}
      unit="%"
      isLatin
      wrong={t('validation.basisPoints')}
      write={(value) => (typeof value === 'number' ? formatMinor(value, 'SAR') : '')}
      read={(text) => parseMinor(text, 'SAR')}
    />
  )
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
      wrong={t('validation.instant')}
      write={(value) => toWall(typeof value === 'string' ? value : undefined, zone)}
      read={(text) => fromWall(text, zone)}
    />
  )
}

/** A structured value as JSON text, for those who set up contracts. */
export function DataInput(props: TypedInputProps) {
  const { t } = useWords()
  return (
    <TypedInput
      {...props}
      rows={4}
      isLatin
      wrong={t('validation.data')}
      write={(value) => (value === undefined || value === null || value === '' ? '' : JSON.stringify(value, null, 2))}
      read={(text) => {
        try {
          return JSON.parse(text)
        } catch {
          return undefined
        }
      }}
    />
  )
}
