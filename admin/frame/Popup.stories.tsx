import Button from '@mui/material/Button'
import Dialog from '@mui/material/Dialog'
import DialogContent from '@mui/material/DialogContent'
import DialogTitle from '@mui/material/DialogTitle'
import { useState } from 'react'
import { BlockedButton } from './BlockedButton.tsx'
import { DialogButtons } from './DialogButtons.tsx'
import { Popup, PopupButton } from './Popup.tsx'

function ColumnsPopup() {
  const [anchor, setAnchor] = useState<Element | null>(null)
  return (
    <div ref={setAnchor}>
      <PopupButton kind="dialog" anchor={anchor} open={setAnchor}>
        Columns
      </PopupButton>
      <Popup anchor={anchor} close={() => setAnchor(null)} label="Columns to show" sx={{ p: 2 }}>
        Number, Patient, Received
      </Popup>
    </div>
  )
}

export const OpenPopup = { render: () => <ColumnsPopup /> }

export const ClosedPopup = {
  render: () => (
    <PopupButton kind="menu" anchor={null} open={() => {}}>
      More
    </PopupButton>
  ),
}

export const DialogWithButtons = {
  render: () => (
    <Dialog open aria-labelledby="dialog-title">
      <DialogTitle id="dialog-title">Seal</DialogTitle>
      <DialogContent>A sealed batch can no longer be changed.</DialogContent>
      <DialogButtons close={() => {}}>
        <Button variant="contained">Seal</Button>
      </DialogButtons>
    </Dialog>
  ),
}

export const Blocked = {
  render: () => <BlockedButton label="Resolve" reason="The patient has not been heard yet." />,
}
