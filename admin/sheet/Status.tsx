import Alert from '@mui/material/Alert'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Link from '@mui/material/Link'
import Stack from '@mui/material/Stack'
import Typography from '@mui/material/Typography'
import { ReadError } from '#admin/frame/ErrorBoundary.tsx'
import { counted, formatFully, formatNumber } from '#admin/language/format.ts'
import { useSites } from '#admin/language/Sites.tsx'
import { useWords } from '#admin/language/words.ts'
import { useListState } from './useListState.ts'

/** The first and the last row on the screen, counted from 0. */
export interface VisibleRows {
  readonly first: number
  readonly last: number
}

interface StatusProps {
  readonly visible?: VisibleRows
  /** Shows the keys of the grid, which the line then names with its credit. */
  readonly help?: () => void
}

/** The line below a list: how many records, which of them are on the screen, what is being saved, what was refused. */
export function Status({ visible, help }: StatusProps) {
  const { t } = useWords()
  const { edits, pager } = useListState().sheet
  const [failure] = edits.failures.values()
  const button = (label: string, act: () => void) => (
    <Button color="inherit" onClick={act}>
      {t(label)}
    </Button>
  )
  return (
    <Box sx={{ borderTop: 1, borderColor: 'divider', '& .MuiAlert-root': { borderRadius: 0 } }}>
      {failure && (
        <Alert
          severity="error"
          action={
            <>
              {button('sheet.retry', () => void edits.retry())}
              {button('sheet.giveUp', () => edits.discard())}
            </>
          }
        >
          <strong>{t('sheet.failed', { smart_count: edits.failures.size })}</strong> {failure.message}{' '}
          {t('sheet.failedWhy')}
        </Alert>
      )}
      {pager?.state === 'failed' && <ReadError error={pager.error} again={() => void pager.again()} />}
      <Typography component="div" variant="caption" color="textSecondary">
        <Stack direction="row" spacing={2} sx={{ alignItems: 'center', px: 1.5, minHeight: 36 }}>
          <span aria-live="polite">
            <Count visible={visible} />
          </span>
          <Box component="span" role="status" sx={{ flex: 1 }}>
            {edits.isSaving ? t('sheet.saving') : edits.notice === 'saved' ? t('sheet.saved') : ''}
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
