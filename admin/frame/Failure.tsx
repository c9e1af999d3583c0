import Alert from '@mui/material/Alert'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { Component, type ReactNode } from 'react'
import { useTranslate } from 'react-admin'

/** Catches a page that breaks, so that menu and bar stay in use. */
export class Failure extends Component<{ children: ReactNode }, { error?: Error }> {
  override state: { error?: Error } = {}

  static getDerivedStateFromError(error: Error) {
    return { error }
  }

  override render() {
    const { error } = this.state
    return error ? <Broken again={() => this.setState({ error: undefined })} /> : this.props.children
  }
}

function Broken({ again }: { again: () => void }) {
  const t = useTranslate()
  return (
    <Box sx={{ p: 3 }}>
      <Alert
        severity="error"
        action={
          <Button color="inherit" onClick={again}>
            {t('frame.again')}
          </Button>
        }
      >
        {t('frame.broken')}
      </Alert>
    </Box>
  )
}

/** Says that something could not be read, why, and offers to try again. */
export function Unreadable({ error, again }: { error: unknown; again?: () => void }) {
  const t = useTranslate()
  const reason = error instanceof Error ? error.message : ''
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
      {t('frame.unreadable', { reason })}
    </Alert>
  )
}
