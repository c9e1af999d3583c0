import FilterListIcon from '@mui/icons-material/FilterList'
import RedoIcon from '@mui/icons-material/Redo'
import RefreshIcon from '@mui/icons-material/Refresh'
import SwapVert from '@mui/icons-material/SwapVert'
import UndoIcon from '@mui/icons-material/Undo'
import ViewColumnOutlined from '@mui/icons-material/ViewColumnOutlined'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Stack from '@mui/material/Stack'
import Typography from '@mui/material/Typography'
import { lazy, Suspense, useState } from 'react'
import { PopupButton } from '#admin/frame/Popup.tsx'
import { useWords } from '#admin/language/words.ts'
import { TransferMenu } from '#admin/transfer/TransferMenu.tsx'
import { mayChangeMany } from './bulk/mayChangeMany.ts'
import { Changes } from './edit/Changes.tsx'
import { Find } from './Find.tsx'
import { GroupMenu } from './groups/GroupMenu.tsx'
import { ToolButton } from './ToolButton.tsx'
import { useListState } from './useListState.ts'
import { ToolPopup } from './view/ToolPopup.tsx'

const BulkDialog = lazy(() => import('./bulk/BulkDialog.tsx').then((all) => ({ default: all.BulkDialog })))
const OrderList = lazy(() => import('./view/OrderList.tsx').then((all) => ({ default: all.OrderList })))
const ColumnsList = lazy(() => import('./view/ColumnsList.tsx').then((all) => ({ default: all.ColumnsList })))

/**
 * Above a list: search, filters, order, groups, columns, undo; or what can be done with the selected rows. On a small
 * screen it is one row of icons; the names of the buttons are for screen readers.
 */
export function Toolbar({ isSmall }: { isSmall: boolean }) {
  const { t } = useWords()
  const { entity, me, selectedIds, editFilter } = useListState()
  const [scope, setScope] = useState<'ids' | 'filter'>()
  const mayChange = mayChangeMany(entity, me)
  // A small screen has a bar of its own for the selection.
  const hasSelection = !isSmall && selectedIds.length > 0
  const changeAll = mayChange && selectedIds.length === 0 ? () => setScope('filter') : undefined
  return (
    <Stack
      direction="row"
      role="toolbar"
      aria-label={t('sheet.label', { name: '' })}
      sx={[rowStyle, isSmall && smallStyle, !hasSelection && oneRow]}
    >
      {entity.search && <Find />}
      <PopupButton kind="dialog" anchor={null} open={editFilter} icon={<FilterListIcon />}>
        {t('filters.title')}
      </PopupButton>
      <ToolPopup label={t('order.title')} title={t('order.edit')} icon={<SwapVert />}>
        <OrderList />
      </ToolPopup>
      <GroupMenu />
      {!isSmall && <Box sx={{ flex: 1 }} />}
      {hasSelection && <Selection change={mayChange ? () => setScope('ids') : undefined} />}
      {!isSmall && changeAll && (
        <Button color="secondary" onClick={changeAll}>
          {t('sheet.changeAll')}
        </Button>
      )}
      <ToolPopup label={t('sheet.columns')} title={t('sheet.showColumns')} icon={<ViewColumnOutlined />}>
        <ColumnsList />
      </ToolPopup>
      <TransferMenu changeAll={isSmall ? changeAll : undefined} />
      <EditButtons isSmall={isSmall} />
      {scope && (
        <Suspense>
          <BulkDialog by={scope} close={() => setScope(undefined)} />
        </Suspense>
      )}
    </Stack>
  )
}

const rowStyle = { flexWrap: 'wrap', alignItems: 'center', gap: 0.5, px: { xs: 1.5, md: 2.5 }, pb: 1 } as const
// There is room for all of it: the search box gives way.
const oneRow = {
  '@media (min-width: 1280px)': {
    flexWrap: 'nowrap',
    '& > *': { whiteSpace: 'nowrap' },
    '& > button': { flexShrink: 0 },
  },
} as const

// Buttons as large as a fingertip, below a search box that is as wide as the screen.
const smallStyle = {
  gap: 0.5,
  justifyContent: 'space-between',
  '& .MuiButtonBase-root': { minWidth: 44, minHeight: 44 },
  '& [aria-haspopup]': { px: 0.5, fontSize: 0, '& .MuiButton-startIcon': { m: 0 } },
} as const

/** How many rows are selected and what can be done with them. */
function Selection({ change }: { change: (() => void) | undefined }) {
  const { t } = useWords()
  const { selectedIds, onUnselectItems } = useListState()
  return (
    <>
      <Typography component="span" variant="body2" sx={{ fontWeight: 600 }}>
        {t('sheet.selected', { smart_count: selectedIds.length })}
      </Typography>
      {change && (
        <Button variant="outlined" onClick={change}>
          {t('sheet.changeSelected')}
        </Button>
      )}
      <Button color="secondary" onClick={() => onUnselectItems()}>
        {t('sheet.clearSelection')}
      </Button>
    </>
  )
}

/** Undo, redo, the person's edits, and refresh; cards are not edited, so a small screen has refresh alone. */
function EditButtons({ isSmall }: { isSmall: boolean }) {
  const { t } = useWords()
  const { entity, sheet } = useListState()
  const { edits, refresh } = sheet
  return (
    <Box sx={{ display: 'flex' }}>
      {!isSmall && (
        <>
          <ToolButton label={t('sheet.undo')} isOff={!edits.has(false)} act={() => void edits.undo()}>
            <UndoIcon fontSize="small" />
          </ToolButton>
          <ToolButton label={t('sheet.redo')} isOff={!edits.has(true)} act={() => void edits.redo()}>
            <RedoIcon fontSize="small" />
          </ToolButton>
          <Changes entity={entity} edits={edits} />
        </>
      )}
      <ToolButton label={t('sheet.refresh')} act={refresh}>
        <RefreshIcon fontSize="small" />
      </ToolButton>
    </Box>
  )
}
