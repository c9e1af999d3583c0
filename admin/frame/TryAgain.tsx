import Alert from '@mui/material/Alert'
import Button from '@mui/material/Button'
import type { ReactNode } from 'react'
import { useTranslate } from 'react-admin'

/** Says what did not work, with a button to try it again where that may help. */
export function TryAgain({ again, children }: { again?: () => void; children: ReactNode }) {
  const t = useTranslate()
  return (
    <Alert
      severity="error"
      action={
        again && (
          <Button color="inherit" onClick={again}>
            {t('frame.again')}
          </Button>
        )
      }
    >
      {children}
    </Alert>
  )
}
