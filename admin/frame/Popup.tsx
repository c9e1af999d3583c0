import CloseIcon from '@mui/icons-material/Close'
import Button from '@mui/material/Button'
import IconButton from '@mui/material/IconButton'
import Popover from '@mui/material/Popover'
import Stack from '@mui/material/Stack'
import type { SxProps, Theme } from '@mui/material/styles'
import Typography from '@mui/material/Typography'
import useMediaQuery from '@mui/material/useMediaQuery'
import { lazy, type ReactNode, Suspense } from 'react'
import { useWords } from '#admin/language/words.ts'

const Drawer = lazy(() => import('@mui/material/Drawer'))

interface PopupProps {
  /** The button that opened it; null while it is closed. */
  readonly anchor: Element | null
  readonly close: () => void
  /** Its name for screen readers. */
  readonly label: string
  readonly side?: 'left' | 'right'
  readonly sx: SxProps<Theme>
  readonly children: ReactNode
}

/** A small dialog below the button that opened it; on a small screen a sheet that comes from below, where a thumb reaches it. */
export function Popup({ anchor, close, label, side = 'right', sx, children }: PopupProps) {
  const isSmall = useMediaQuery((theme: Theme) => theme.breakpoints.down('sm'))
  if (isSmall)
    return (
      <BottomSheet isOpen={anchor !== null} close={close} label={label}>
        {children}
      </BottomSheet>
    )
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

interface BottomSheetProps {
  readonly isOpen: boolean
  readonly close: () => void
  readonly label: string
  readonly children: ReactNode
}

function BottomSheet({ isOpen, close, label, children }: BottomSheetProps) {
  const { t } = useWords()
  return (
    <Suspense>
      <Drawer
        anchor="bottom"
        open={isOpen}
        onClose={close}
        slotProps={{ paper: { role: 'dialog', 'aria-modal': true, 'aria-label': label, sx: sheetStyle } }}
      >
        <Stack direction="row" sx={{ alignItems: 'center', minHeight: 52 }}>
          <Typography variant="h2" component="p" sx={{ flex: 1 }}>
            {label}
          </Typography>
          <IconButton edge="end" aria-label={t('frame.close')} onClick={close} sx={{ width: 44, height: 44 }}>
            <CloseIcon />
          </IconButton>
        </Stack>
        {children}
      </Drawer>
    </Suspense>
  )
}

// Targets are as large as a fingertip, and the bottom of the screen may belong to the device.
const sheetStyle: SxProps<Theme> = {
  maxHeight: '85dvh',
  borderTopLeftRadius: 16,
  borderTopRightRadius: 16,
  border: 1,
  borderBottom: 0,
  borderColor: 'divider',
  px: 2,
  pt: 0.5,
  pb: 'max(16px, env(safe-area-inset-bottom))',
  '& .MuiButton-root, & .MuiMenuItem-root, & .MuiOutlinedInput-root': { minHeight: 44 },
  '& .MuiIconButton-root, & .MuiCheckbox-root': { minWidth: 44, minHeight: 44 },
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
