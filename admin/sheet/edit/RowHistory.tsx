import Button from '@mui/material/Button'
import Drawer from '@mui/material/Drawer'
import Stack from '@mui/material/Stack'
import Typography from '@mui/material/Typography'
import { History } from '#admin/entity/History.tsx'
import { useWords } from '#admin/language/words.ts'
import type { Entity } from '#shared/declaration/entity.ts'
import type { SheetRow } from '../rows.ts'

/** The history of one row, beside the sheet. */
export function RowHistory({ entity, row, close }: { entity: Entity; row: SheetRow; close: () => void }) {
  const { t, direction } = useWords()
  return (
    <Drawer
      anchor={direction === 'rtl' ? 'left' : 'right'}
      open
      onClose={close}
      slotProps={{
        paper: { role: 'dialog', 'aria-labelledby': 'row-history', sx: { width: 'min(440px, 100vw)', p: 3 } },
      }}
    >
      <Stack direction="row" sx={{ alignItems: 'center', mb: 2 }}>
        <Typography variant="h2" id="row-history" dir="auto" sx={{ flex: 1 }}>
          {t('history.title')} · {String(row[entity.title] ?? '')}
        </Typography>
        <Button color="secondary" onClick={close}>
          {t('frame.close')}
        </Button>
      </Stack>
      <History entity={entity} record={row} />
    </Drawer>
  )
}
