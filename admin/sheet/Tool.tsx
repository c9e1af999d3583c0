import IconButton from '@mui/material/IconButton'
import Tooltip from '@mui/material/Tooltip'
import type { ReactNode } from 'react'

/** A button of signs only, with its name on hover and for screen readers. */
export function Tool({
  label,
  act,
  isOff = false,
  children,
}: {
  label: string
  act: () => void
  isOff?: boolean
  children: ReactNode
}) {
  return (
    <Tooltip title={label}>
      <span>
        <IconButton aria-label={label} disabled={isOff} onClick={act}>
          {children}
        </IconButton>
      </span>
    </Tooltip>
  )
}
