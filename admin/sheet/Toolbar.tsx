import RedoIcon from '@mui/icons-material/Redo'
import RefreshIcon from '@mui/icons-material/Refresh'
import SearchIcon from '@mui/icons-material/Search'
import UndoIcon from '@mui/icons-material/Undo'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import InputAdornment from '@mui/material/InputAdornment'
import TextField from '@mui/material/TextField'
import { lazy, Suspense, useEffect, useState } from 'react'
import { useListContext } from 'react-admin'
import { inputsOf } from '#admin/entity/declaredFields.ts'
import { useWords } from '#admin/language/words.ts'
import { holds } from '#admin/provider/auth.ts'
import type { Me } from '#admin/provider/contract.ts'
import { TransferMenu } from '#admin/transfer/TransferMenu.tsx'
import { bulkStepsOf, type Entity } from '#shared/declaration/entity.ts'
import { Changes } from './edit/Changes.tsx'
import { Tool } from './Tool.tsx'
import type { LiveSheet } from './useSheet.ts'
import { ColumnsMenu } from './view/ColumnsMenu.tsx'
import { Filters } from './view/Filters.tsx'
import type { SheetPreferences } from './view/preferences.ts'
import { SortMenu } from './view/SortMenu.tsx'

const BulkDialog = lazy(() => import('./bulk/BulkDialog.tsx').then((all) => ({ default: all.BulkDialog })))

/** What stands above a sheet: search, filters, order, columns, undo; and what to do with the rows that are marked. */
export function Toolbar({
  entity,
  me,
  sheet,
  kept,
}: {
  entity: Entity
  me: Me
  sheet: LiveSheet
  kept: SheetPreferences
}) {
  const { t } = useWords()
  const { selectedIds, onUnselectItems } = useListContext()
  const [isBulk, setBulk] = useState<'ids' | 'filter'>()
  const { ledger, refresh } = sheet
  const mayChange =
    (holds(me, entity.resource, 'update') && inputsOf(entity, me).some(({ isEditable }) => isEditable)) ||
    bulkStepsOf(entity).some((action) => holds(me, entity.resource, action))
  return (
    <Box
      role="toolbar"
      aria-label={t('sheet.label', { name: '' })}
      sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 1, px: { xs: 1.5, md: 2.5 }, pb: 1 }}
    >
      {entity.search && <Find />}
      <Filters entity={entity} me={me} titles={sheet.titles} />
      <Box sx={{ flex: 1 }} />
      {selectedIds.length > 0 && (
        <>
          <Box component="span" sx={{ fontSize: 14, fontWeight: 600 }}>
            {t('sheet.selected', { smart_count: selectedIds.length })}
          </Box>
          {mayChange && (
            <Button variant="outlined" onClick={() => setBulk('ids')}>
              {t('sheet.changeSelected')}
            </Button>
          )}
          <Button color="secondary" onClick={() => onUnselectItems()}>
            {t('sheet.clearSelection')}
          </Button>
        </>
      )}
      {selectedIds.length === 0 && mayChange && (
        <Button color="secondary" onClick={() => setBulk('filter')}>
          {t('sheet.changeAll')}
        </Button>
      )}
      <SortMenu entity={entity} />
      <ColumnsMenu entity={entity} kept={kept} />
      <TransferMenu entity={entity} me={me} columns={kept.shown.map(({ name }) => name)} />
      <Box sx={{ display: 'flex' }}>
        <Tool label={t('sheet.undo')} isOff={!ledger.has(false)} act={() => void ledger.undo()}>
          <UndoIcon fontSize="small" />
        </Tool>
        <Tool label={t('sheet.redo')} isOff={!ledger.has(true)} act={() => void ledger.redo()}>
          <RedoIcon fontSize="small" />
        </Tool>
        <Changes entity={entity} ledger={ledger} />
        <Tool label={t('sheet.refresh')} act={refresh}>
          <RefreshIcon fontSize="small" />
        </Tool>
      </Box>
      {isBulk && (
        <Suspense>
          <BulkDialog entity={entity} me={me} by={isBulk} close={() => setBulk(undefined)} done={refresh} />
        </Suspense>
      )}
    </Box>
  )
}

function Find() {
  const { t } = useWords()
  const { filterValues, setFilters } = useListContext()
  const q = typeof filterValues.q === 'string' ? filterValues.q : ''
  const [text, setText] = useState(q)
  useEffect(() => setText(q), [q])
  useEffect(() => {
    const wanted = text.trim()
    if (wanted === q || wanted.length === 1) return
    const timer = setTimeout(() => {
      const { q: _, ...rest } = filterValues
      setFilters(wanted === '' ? rest : { ...rest, q: wanted }, undefined, false)
    }, 300)
    return () => clearTimeout(timer)
  }, [text, q, filterValues, setFilters])
  return (
    <TextField
      data-sheet-search
      value={text}
      onChange={(event) => setText(event.target.value)}
      placeholder={t('sheet.search')}
      fullWidth={false}
      sx={{ width: 220 }}
      slotProps={{
        htmlInput: { type: 'search', 'aria-label': t('sheet.search') },
        input: {
          sx: { height: 34, fontSize: 14 },
          startAdornment: (
            <InputAdornment position="start">
              <SearchIcon fontSize="small" />
            </InputAdornment>
          ),
        },
      }}
    />
  )
}
