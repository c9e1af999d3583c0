import Button from '@mui/material/Button'
import DialogActions from '@mui/material/DialogActions'
import type { ReactNode } from 'react'
import { useWords } from '#admin/language/words.ts'

interface DialogEndProps {
  readonly close: () => void
  /** What leaving the dialog is called, when that is not to cancel. */
  readonly leave?: string
  /** The dialog's primary button. */
  readonly children: ReactNode
}

/** The last line of a dialog: the way out, then what it is for. */
export function DialogEnd({ close, leave, children }: DialogEndProps) {
  const { t } = useWords()
  return (
    <DialogActions sx={{ px: 3, pb: 2 }}>
      <Button color="secondary" onClick={close}>
        {leave ?? t('form.cancel')}
      </Button>
      {children}
    </DialogActions>
  )
}
