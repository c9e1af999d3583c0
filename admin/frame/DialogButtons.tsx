import Button from '@mui/material/Button'
import DialogActions from '@mui/material/DialogActions'
import type { ReactNode } from 'react'
import { useWords } from '#admin/language/words.ts'

interface DialogButtonsProps {
  readonly close: () => void
  /** Label of the button that closes the dialog, when it is not "Cancel". */
  readonly leave?: string
  /** The dialog's primary button. */
  readonly children: ReactNode
}

/** The last line of a dialog: the button that closes it, then the primary one. */
export function DialogButtons({ close, leave, children }: DialogButtonsProps) {
  const { t } = useWords()
  return (
    <DialogActions>
      <Button color="secondary" onClick={close}>
        {leave ?? t('form.cancel')}
      </Button>
      {children}
    </DialogActions>
  )
}
