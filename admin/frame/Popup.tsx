import Button from '@mui/material/Button'
import Popover from '@mui/material/Popover'
import type { SxProps } from '@mui/material/styles'
import type { ReactNode } from 'react'

interface PopupProps {
  /** The button that opened it; null while it is closed. */
  readonly anchor: Element | null
  readonly close: () => void
  /** Its name for screen readers. */
  readonly label: string
  readonly side?: 'left' | 'right'
  readonly sx: SxProps
  readonly children: ReactNode
}

/** A small dialog below the button that opened it. */
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

interface PopupButtonProps {
  readonly kind: 'menu' | 'dialog'
  readonly anchor: Element | null
  readonly open: (anchor: HTMLElement) => void
  readonly icon?: ReactNode
  readonly children: ReactNode
}

/** A button that opens a menu or a small dialog, and says so to screen readers. */
export function PopupButton({ kind, anchor, open, icon, children }: PopupButtonProps) {
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
