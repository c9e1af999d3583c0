import Box from '@mui/material/Box'
import { Component, type ReactNode } from 'react'
import { useTranslate } from 'react-admin'
import { TryAgain } from './TryAgain.tsx'

/** Catches the error of a page, so that menu and bar stay in use. */
export class ErrorBoundary extends Component<{ children: ReactNode }, { error?: Error }> {
  override state: { error?: Error } = {}

  static getDerivedStateFromError(error: Error) {
    return { error }
  }

  override render() {
    const { error } = this.state
    return error ? <PageError again={() => this.setState({ error: undefined })} /> : this.props.children
  }
}

function PageError({ again }: { again: () => void }) {
  const t = useTranslate()
  return (
    <Box sx={{ p: 3 }}>
      <TryAgain again={again}>{t('frame.broken')}</TryAgain>
    </Box>
  )
}

/** Says that something could not be read, why, and offers to try again. */
export function ReadError({ error, again }: { error: unknown; again?: () => void }) {
  const t = useTranslate()
  const reason = error instanceof Error ? error.message : ''
  return <TryAgain again={again}>{t('frame.unreadable', { reason })}</TryAgain>
}
