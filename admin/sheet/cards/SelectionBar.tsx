import CloseIcon from '@mui/icons-material/Close'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import IconButton from '@mui/material/IconButton'
import Stack from '@mui/material/Stack'
import Typography from '@mui/material/Typography'
import { lazy, Suspense, useState } from 'react'
import { counted } from '#admin/language/format.ts'
import { useWords } from '#admin/language/words.ts'
import { mayChangeMany } from '../bulk/mayChangeMany.ts'
import { useListState } from '../useListState.ts'
import { useBackEnds } from './useBackEnds.ts'

const BulkDialog = lazy(() => import('../bulk/BulkDialog.tsx').then((all) => ({ default: all.BulkDialog })))
const ExportDialog = lazy(() =>
  import('#admin/transfer/ExportDialog.tsx').then((all) => ({ default: all.ExportDialog })),
)

/** The bar below the cards while some are chosen: how many, what can be done with them, and the way out. */
export function SelectionBar() {
  const { t, locale } = useWords()
  const { entity, me, selectedIds, onUnselectItems } = useListState()
  const [open, setOpen] = useState<'change' | 'export'>()
  const close = () => setOpen(undefined)
  useBackEnds(selectedIds.length > 0, () => onUnselectItems())
  return (
    <>
      {selectedIds.length > 0 && (
        <Box component="section" aria-label={t('cards.bar')} sx={barStyle}>
          <Typography component="span" role="status" sx={{ flex: 1, fontWeight: 600 }}>
            {t('cards.chosen', counted(selectedIds.length, locale))}
          </Typography>
          <Stack direction="row" spacing={0.5} sx={{ alignItems: 'center' }}>
            {mayChangeMany(entity, me) && (
              <Button variant="contained" onClick={() => setOpen('change')}>
                {t('sheet.changeSelected')}
              </Button>
            )}
            <Button color="secondary" onClick={() => setOpen('export')}>
              {t('transfer.export')}
            </Button>
            <IconButton aria-label={t('cards.end')} onClick={() => onUnselectItems()} sx={{ width: 44, height: 44 }}>
              <CloseIcon />
            </IconButton>
          </Stack>
        </Box>
      )}
      <Suspense>
        {open === 'change' && <BulkDialog by="ids" close={close} />}
        {open === 'export' && <ExportDialog close={close} />}
      </Suspense>
    </>
  )
}

const barStyle = {
  display: 'flex',
  flexWrap: 'wrap',
  alignItems: 'center',
  columnGap: 1,
  px: 1.5,
  py: 0.75,
  borderTop: 2,
  borderColor: 'primary.main',
  bgcolor: 'background.paper',
  '& .MuiButton-root': { minHeight: 44 },
} as const
