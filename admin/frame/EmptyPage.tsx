import Button from '@mui/material/Button'
import { Link } from 'react-router-dom'
import { EmptyState, Page } from './Page.tsx'

interface EmptyPageProps {
  readonly title: string
  readonly why: string
  /** Address that leads on from here, and its label. */
  readonly to: string
  readonly label: string
}

/** A page with nothing on it but the reason and a link that leads on. */
export function EmptyPage({ title, why, to, label }: EmptyPageProps) {
  return (
    <Page title={title}>
      <EmptyState
        action={
          <Button component={Link} to={to} variant="contained">
            {label}
          </Button>
        }
      >
        {why}
      </EmptyState>
    </Page>
  )
}
