import RedoIcon from '@mui/icons-material/Redo'
import RefreshIcon from '@mui/icons-material/Refresh'
import SearchIcon from '@mui/icons-material/Search'
import UndoIcon from '@mui/icons-material/Undo'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import InputAdornment from '@mui/material/InputAdornment'
import Stack from '@mui/material/Stack'
import TextField from '@mui/material/TextField'
import Typography from '@mui/material/Typography'
import { lazy, Suspense, useEffect, useState } from 'react'
import { useListContext } from 'react-admin'
import { inputsOf } from '#admin/entity/declaredFields.ts'
import { useWords } from '#admin/language/words.ts'
import { holds } from '#admin/provider/auth.ts'
import type { Me } from '#admin/provider/contract.ts'
import { TransferMenu } from '#admin/transfer/TransferMenu.tsx'
import { bulkStepsOf, type Entity } from '#shared/declaration/entity.ts'
import { Changes } from './edit/Changes.tsx'
import { ToolButton } from './ToolButton.tsx'
import type { LiveSheet } from './useSheet.ts'
import { ColumnsMenu } from './view/ColumnsMenu.tsx'
import { Filters } from './view/Filters.tsx'
import type { SheetPreferences } from './view/preferences.ts'
import { SortMenu } from './view/SortMenu.tsx'

const BulkDialog = lazy(() => import('./bulk/BulkDialog.tsx').then((all) => ({ default: all.BulkDialog })))

interface ToolbarProps {
  readonly entity: Entity
  readonly me: Me
  readonly sheet: LiveSheet
  readonly preferences: SheetPreferences
  /** On a small screen it is one row of icons; the names of the buttons are for screen readers. */
  readonly isSmall: boolean
}

/** Above a sheet: search, filters, order, columns, undo; or what can be done with the selected rows. */
export function Toolbar({ entity, me, sheet, preferences, isSmall }: ToolbarProps) {
  const { t } = useWords()
  const { selectedIds } = useListContext()
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
        isSmall && { gap: 0.5, '& [aria-haspopup]': signOnly },
      ]}
    >
      {isWhole && (
        <>
          {entity.search && <Find />}
          <Filters entity={entity} me={me} titles={sheet.titles} />
          <Box sx={{ flex: isSmall && entity.search ? undefined : 1 }} />
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
          <SortMenu entity={entity} />
          <ColumnsMenu entity={entity} preferences={preferences} />
          <TransferMenu
            entity={entity}
            me={me}
            columns={preferences.shown.map(({ name }) => name)}
            changeAll={isSmall ? changeAll : undefined}
          />
          <EditButtons entity={entity} sheet={sheet} isSmall={isSmall} />
        </>
      )}
      {scope && (
        <Suspense>
          <BulkDialog entity={entity} me={me} by={scope} close={() => setScope(undefined)} done={sheet.refresh} />
        </Suspense>
      )}
    </Stack>
  )
}

const signOnly = { minWidth: 36, px: 0.5, fontSize: 0, '& .MuiButton-startIcon': { m: 0 } } as const

/** How many rows are selected and what can be done with them. */
function Selection({ change }: { change: (() => void) | undefined }) {
  const { t } = useWords()
  const { selectedIds, onUnselectItems } = useListContext()
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
function EditButtons({ entity, sheet, isSmall }: Pick<ToolbarProps, 'entity' | 'sheet' | 'isSmall'>) {
  const { t } = useWords()
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

/** The search box of a list; it searches while somebody types. */
function Find() {
  const { t } = useWords()
  const { filterValues, setFilters } = useListContext()
  const q = typeof filterValues.q === 'string' ? filterValues.q : ''
  const [text, setText] = useState(q)
  useEffect(() => setText(q), [q])
  useEffect(() => {
    const query = text.trim()
    if (query === q || query.length === 1) return
    const timer = setTimeout(() => {
      const { q: _, ...rest } = filterValues
      setFilters(query === '' ? rest : { ...rest, q: query }, undefined, false)
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
      sx={{ flex: { xs: '1 1 0', sm: 'none' }, width: { sm: 220 } }}
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
