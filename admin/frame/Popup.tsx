import Button from '@mui/material/Button'
import Popover from '@mui/material/Popover'
import type { SxProps } from '@mui/material/styles'
import type { ReactNode } from 'react'

interface PopupProps {
  /** What opened it; null while it is closed. */
  readonly anchor: Element | null
  readonly close: () => void
  /** Its name for screen readers. */
  readonly label: string
  readonly side?: 'left' | 'right'
  readonly sx: SxProps
  readonly children: ReactNode
}

/** A small dialog that hangs below what opened it. */
export function Popup({ anchor, close, label, side = 'right', sx, children }: PopupProps) {
  return (
    <Popover
      open={anchor !== null}
      anchorEl={anchor}
      onClose={close}
      anchorOrigin={{ vertical: 'bottom', horizontal: side }}
      transformOrigin={{ vertical: 'top', horizontal: side }}
      slotProps={{ paper: { role: 'dialog', 'aria-label': label, sx } }}
    >
      {children}
    </Popover>
  )
}

interface OpenerProps {
  readonly kind: 'menu' | 'dialog'
  readonly anchor: Element | null
  readonly open: (anchor: HTMLElement) => void
  readonly icon?: ReactNode
  readonly children: ReactNode
}

/** A quiet button that opens a menu or a small dialog, and says so. */
export function Opener({ kind, anchor, open, icon, children }: OpenerProps) {
  return (
    <Button
      color="secondary"
      startIcon={icon}
      aria-haspopup={kind}
      aria-expanded={anchor !== null}
      onClick={(event) => open(event.currentTarget)}
    >
      {children}
    </Button>
  )
}
