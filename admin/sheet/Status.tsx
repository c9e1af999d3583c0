import Alert from '@mui/material/Alert'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import LinearProgress from '@mui/material/LinearProgress'
import Link from '@mui/material/Link'
import Stack from '@mui/material/Stack'
import Typography from '@mui/material/Typography'
import { lazy, Suspense } from 'react'
import { ReadError } from '#admin/frame/ErrorBoundary.tsx'
import { counted, formatFully, formatNumber } from '#admin/language/format.ts'
import { useSites } from '#admin/language/Sites.tsx'
import { useWords } from '#admin/language/words.ts'
import type { RefusedActions } from './entries/RefusedEntries.tsx'
import { useListState } from './useListState.ts'

const RefusedEntries = lazy(() =>
  import('./entries/RefusedEntries.tsx').then((all) => ({ default: all.RefusedEntries })),
)

/** The first and the last row on the screen, counted from 0. */
export interface VisibleRows {
  readonly first: number
  readonly last: number
}

interface StatusProps {
  readonly visible?: VisibleRows
  /** Shows the keys of the grid, which the line then names with its credit. */
  readonly help?: () => void
  /** What can be done about refused entries where they can be mended. */
  readonly refused?: RefusedActions
  /** What of the latest paste, fill or clearing was left out. */
  readonly leftOut?: string
  readonly closeLeftOut?: () => void
}

/** The line below a list: how many records, which of them are on the screen, what is being saved, what was refused. */
export function Status({ visible, help, refused, leftOut, closeLeftOut }: StatusProps) {
  const { t } = useWords()
  const { edits, pager } = useListState().sheet
  const { progress } = edits
  return (
    <Box sx={{ borderTop: 1, borderColor: 'divider', '& .MuiAlert-root': { borderRadius: 0 } }}>
      {progress && progress.total > 1 && (
        <LinearProgress
          aria-label={t('sheet.saving')}
          {...(progress.done > 0 && { variant: 'determinate', value: (100 * progress.done) / progress.total })}
        />
      )}
      {refused && edits.refused.size > 0 && (
        <Suspense>
          <RefusedEntries {...refused} />
        </Suspense>
      )}
      {leftOut && (
        <Alert severity="warning" onClose={closeLeftOut} closeText={t('ra.action.close')}>
          {leftOut}
        </Alert>
      )}
      {pager?.state === 'failed' && <ReadError error={pager.error} again={() => void pager.again()} />}
      <Typography component="div" variant="caption" color="textSecondary">
        <Stack direction="row" spacing={2} sx={{ alignItems: 'center', px: 1.5, minHeight: 36 }}>
          <span aria-live="polite">
            <Count visible={visible} />
          </span>
          <Box component="span" role="status" sx={{ flex: 1 }}>
            <Saving />
          </Box>
          {help && (
            <>
              <Button color="secondary" onClick={help}>
                {t('sheet.help')}
              </Button>
              <Link
                href="https://rv-grid.com/guide/attribution"
                target="_blank"
                rel="noopener noreferrer"
                color="inherit"
              >
                {t('sheet.credit')}
              </Link>
            </>
          )}
        </Stack>
      </Typography>
    </Box>
  )
}

/** What is being saved, and then that it was. */
function Saving() {
  const { t, locale } = useWords()
  const { isSaving, notice, progress, savedCells } = useListState().sheet.edits
  const n = (value: number) => formatNumber(value, locale)
  if (isSaving)
    return progress && progress.total > 1
      ? t('clipboard.savingRows', { done: n(progress.done), total: n(progress.total) })
      : t('sheet.saving')
  if (notice !== 'saved') return ''
  return savedCells > 1
    ? t('clipboard.savedCells', { smart_count: savedCells, count: n(savedCells) })
    : t('sheet.saved')
}

/** "1,234 records", and which of them are on the screen where that is not all of them. */
function Count({ visible }: Pick<StatusProps, 'visible'>) {
  const { t, locale } = useWords()
  const { pager, rows } = useListState().sheet
  const sites = useSites()
  if (!pager || pager.state === 'reading') return t('sheet.loading')
  if (pager.state === 'failed' && pager.rows.length === 0) return null
  const { total, asOf } = pager
  const isPart = visible && rows.length > 0 && visible.last - visible.first + 1 < total
  const records = counted(total, locale)
  const n = (value: number) => formatNumber(value, locale)
  const text = isPart
    ? t('sheet.range', { ...records, first: n(visible.first + 1), last: n(Math.min(visible.last + 1, total)) })
    : t('sheet.records', records)
  return <span title={asOf && t('sheet.asOf', { time: formatFully(asOf, sites.zoneOf(), locale) })}>{text}</span>
}
