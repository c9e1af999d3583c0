import IconButton from '@mui/material/IconButton'
import Tooltip from '@mui/material/Tooltip'
import type { ReactNode } from 'react'

/** A button with an icon only; its name is a tooltip and for screen readers. */
export function ToolButton({
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
