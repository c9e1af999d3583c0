import ViewColumnOutlined from '@mui/icons-material/ViewColumnOutlined'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Popover from '@mui/material/Popover'
import { lazy, Suspense, useState } from 'react'
import { useWords } from '#admin/language/words.ts'
import type { Kept } from '#admin/sheet/preferences.ts'
import type { Entity } from '#shared/entity.ts'

const ColumnsList = lazy(() => import('#admin/sheet/ColumnsList.tsx').then((all) => ({ default: all.ColumnsList })))

/** Which columns to show and in which order; remembered for this person. */
export function ColumnsMenu({ of, kept }: { of: Entity; kept: Kept }) {
  const { t } = useWords()
  const [anchor, setAnchor] = useState<HTMLElement | null>(null)
  return (
    <>
      <Button
        color="secondary"
        startIcon={<ViewColumnOutlined />}
        aria-haspopup="dialog"
        aria-expanded={anchor !== null}
        onClick={(event) => setAnchor(event.currentTarget)}
      >
        {t('sheet.columns')}
      </Button>
      <Popover
        open={anchor !== null}
        anchorEl={anchor}
        onClose={() => setAnchor(null)}
        anchorOrigin={{ vertical: 'bottom', horizontal: 'right' }}
        transformOrigin={{ vertical: 'top', horizontal: 'right' }}
        slotProps={{ paper: { role: 'dialog', 'aria-label': t('sheet.showColumns'), sx: { p: 1.5, minWidth: 280 } } }}
      >
        <Suspense fallback={<Box sx={{ height: 320 }} />}>
          <ColumnsList of={of} kept={kept} />
        </Suspense>
      </Popover>
    </>
  )
}
