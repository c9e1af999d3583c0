import Box from '@mui/material/Box'
import type { ReactNode } from 'react'

/** A table wider than its card: it scrolls sideways, by keyboard too, under a name for screen readers. */
export function TableScroll({ label, children }: { label: string; children: ReactNode }) {
  return (
    <Box sx={{ overflowX: 'auto' }} tabIndex={0} role="group" aria-label={label}>
      {children}
    </Box>
  )
}
