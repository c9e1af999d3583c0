import Box from '@mui/material/Box'
import { type ReactNode, Suspense, useState } from 'react'
import { Popup, PopupButton } from '#admin/frame/Popup.tsx'

interface ToolPopupProps {
  /** What stands on the button. */
  readonly label: string
  /** The name of the dialog. */
  readonly title: string
  readonly icon: ReactNode
  readonly children: ReactNode
}

/** A tool of the list that opens a small dialog; its content is fetched when it is opened. */
export function ToolPopup({ label, title, icon, children }: ToolPopupProps) {
  const [anchor, setAnchor] = useState<HTMLElement | null>(null)
  return (
    <>
      <PopupButton kind="dialog" anchor={anchor} open={setAnchor} icon={icon}>
        {label}
      </PopupButton>
      <Popup anchor={anchor} close={() => setAnchor(null)} label={title} sx={{ p: 1.5, minWidth: 280 }}>
        <Suspense fallback={<Box sx={{ height: 160 }} />}>{children}</Suspense>
      </Popup>
    </>
  )
}
