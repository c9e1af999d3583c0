import Button from '@mui/material/Button'
import { useFormState } from 'react-hook-form'

interface SubmitProps {
  readonly label: string
  readonly hasFocus?: boolean
  readonly isDangerous?: boolean
  /** Something has to be done first. */
  readonly isBlocked?: boolean
}

/** The primary button of a dialog's form; disabled while the form is being sent. */
export function Submit({ label, hasFocus = false, isDangerous = false, isBlocked = false }: SubmitProps) {
  const { isSubmitting } = useFormState()
  return (
    <Button
      type="submit"
      variant="contained"
      autoFocus={hasFocus}
      color={isDangerous ? 'error' : 'primary'}
      disabled={isSubmitting || isBlocked}
    >
      {label}
    </Button>
  )
}
