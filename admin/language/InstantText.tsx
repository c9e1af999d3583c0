import Typography from '@mui/material/Typography'
import { useLocale } from 'react-admin'
import { formatFully, formatInstant } from './format.ts'

interface InstantTextProps {
  /** The instant, UTC. */
  readonly at: string
  readonly zone: string
}

/** An instant in small letters by the clock of a site, whole on hovering. */
export function InstantText({ at, zone }: InstantTextProps) {
  const locale = useLocale()
  return (
    <Typography
      component="time"
      variant="caption"
      color="textSecondary"
      dateTime={at}
      title={formatFully(at, zone, locale)}
    >
      {formatInstant(at, zone, locale)}
    </Typography>
  )
}
