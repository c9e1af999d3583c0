import TextField from '@mui/material/TextField'
import { useWords } from '#admin/language/words.ts'
import type { Entity } from '#shared/declaration/entity.ts'

interface ConfirmationProps {
  readonly entity: Entity
  /** The field whose value has to be typed. */
  readonly name: string
  readonly value: string
  readonly typed: string
  readonly type: (text: string) => void
}

/** Asks to type a value of the record before a step that cannot be undone; it is no part of the step's form. */
export function Confirmation({ entity, name, value, typed, type }: ConfirmationProps) {
  const words = useWords()
  const label = words.field(entity.resource, name)
  return (
    <TextField
      fullWidth
      margin="dense"
      label={words.t('steps.confirm', { label })}
      helperText={words.t('steps.confirmWith', { value })}
      value={typed}
      onChange={(event) => type(event.target.value)}
      autoComplete="off"
      slotProps={{ htmlInput: { dir: 'ltr' } }}
    />
  )
}
