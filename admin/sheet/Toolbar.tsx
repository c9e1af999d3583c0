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
import { inputsOf } from '#admin/entity/declaredFields.ts'
import { PopupButton } from '#admin/frame/Popup.tsx'
import { useWords } from '#admin/language/words.ts'
import { holds } from '#admin/provider/auth.ts'
import { TransferMenu } from '#admin/transfer/TransferMenu.tsx'
import { bulkStepsOf } from '#shared/declaration/entity.ts'
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
  const mayChange =
    (holds(me, entity.resource, 'update') && inputsOf(entity, me).some(({ isEditable }) => isEditable)) ||
    bulkStepsOf(entity).some((action) => holds(me, entity.resource, action))
  const hasSelection = selectedIds.length > 0
  // A small screen has room for the selection or for the rest.
  const isWhole = !(isSmall && hasSelection)
  const changeAll = mayChange && !hasSelection ? () => setScope('filter') : undefined
  return (
    <Stack
      direction="row"
      role="toolbar"
      aria-label={t('sheet.label', { name: '' })}
      sx={[
        { flexWrap: 'wrap', alignItems: 'center', gap: 1, px: { xs: 1.5, md: 2.5 }, pb: 1 },
        isSmall && { flexWrap: 'nowrap', gap: 0.25, '& [aria-haspopup]': signOnly },
      ]}
    >
      {isWhole && (
        <>
          {entity.search && <Find />}
          <PopupButton kind="dialog" anchor={null} open={editFilter} icon={<FilterListIcon />}>
            {t('filters.title')}
          </PopupButton>
          <ToolPopup label={t('order.title')} title={t('order.edit')} icon={<SwapVert />}>
            <OrderList />
          </ToolPopup>
          <GroupMenu />
          {!(isSmall && entity.search) && <Box sx={{ flex: 1 }} />}
        </>
      )}
      {hasSelection && <Selection change={mayChange ? () => setScope('ids') : undefined} />}
      {!isSmall && changeAll && (
        <Button color="secondary" onClick={changeAll}>
          {t('sheet.changeAll')}
        </Button>
      )}
      {isWhole && (
        <>
          <ToolPopup label={t('sheet.columns')} title={t('sheet.showColumns')} icon={<ViewColumnOutlined />}>
            <ColumnsList />
          </ToolPopup>
          <TransferMenu changeAll={isSmall ? changeAll : undefined} />
          <EditButtons isSmall={isSmall} />
        </>
      )}
      {scope && (
        <Suspense>
          <BulkDialog by={scope} close={() => setScope(undefined)} />
        </Suspense>
      )}
    </Stack>
  )
}

const signOnly = { minWidth: 34, px: 0.5, fontSize: 0, '& .MuiButton-startIcon': { m: 0 } } as const

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
