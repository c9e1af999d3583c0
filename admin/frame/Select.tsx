import TextField from '@mui/material/TextField'

interface SelectProps<V extends string> {
  readonly label: string
  readonly value: V
  readonly options: readonly { readonly value: V; readonly label: string }[]
  readonly change: (value: V) => void
  /** Pixels; the whole line without it. */
  readonly width?: number
  readonly autoFocus?: boolean
}

/** A choice of one, in the system's own list, which every keyboard and phone knows. */
export function Select<V extends string>({ label, value, options, change, width, autoFocus }: SelectProps<V>) {
  return (
    <TextField
      select
      label={label}
      value={options.length > 0 ? value : ''}
      autoFocus={autoFocus}
      onChange={(event) => change(event.target.value as V)}
      fullWidth={width === undefined}
      sx={{ width }}
      slotProps={{ select: { native: true }, inputLabel: { shrink: true } }}
    >
      {options.map((option) => (
        <option key={option.value} value={option.value}>
          {option.label}
        </option>
      ))}
    </TextField>
  )
}
