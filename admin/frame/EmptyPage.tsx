import Button from '@mui/material/Button'
import { Link } from 'react-router-dom'
import { Nothing, Page } from './Page.tsx'

interface EmptyPageProps {
  readonly title: string
  readonly why: string
  /** Where to go from here, and what that is called. */
  readonly to: string
  readonly way: string
}

/** A page with nothing on it but the reason and the way on. */
export function EmptyPage({ title, why, to, way }: EmptyPageProps) {
  return (
    <Page title={title}>
      <Nothing
        action={
          <Button component={Link} to={to} variant="contained">
            {way}
          </Button>
        }
      >
        {why}
      </Nothing>
    </Page>
  )
}
