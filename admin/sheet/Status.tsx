import Alert from '@mui/material/Alert'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Link from '@mui/material/Link'
import Stack from '@mui/material/Stack'
import Typography from '@mui/material/Typography'
import { ReadError } from '#admin/frame/ErrorBoundary.tsx'
import { formatNumber } from '#admin/language/format.ts'
import { useWords } from '#admin/language/words.ts'
import type { LiveSheet } from './useSheet.ts'

/** The line below a list: how many rows, what is being saved, what was refused; with `help`, the grid's keys and credit. */
export function Status({ sheet, help }: { sheet: LiveSheet; help?: () => void }) {
  const { t, locale } = useWords()
  const { pager, edits, rows } = sheet
  const n = (value: number) => formatNumber(value, locale)
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
      {pager?.state === 'failed' && <ReadError error={pager.error} again={() => void pager.next()} />}
      {pager?.state === 'paused' && (
        <Alert severity="info" action={button('sheet.continue', () => void pager.next())}>
          {t('sheet.exhausted', { shown: n(rows.length) })}
        </Alert>
      )}
      <Typography component="div" variant="caption" color="textSecondary">
        <Stack direction="row" spacing={2} sx={{ alignItems: 'center', px: 1.5, minHeight: 36 }}>
          <span aria-live="polite">{pager && countOf(pager, rows.length, t, n)}</span>
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

function countOf(
  pager: NonNullable<LiveSheet['pager']>,
  shown: number,
  t: (key: string, options?: Record<string, unknown>) => string,
  n: (value: number) => string,
): string {
  if (pager.state === 'reading' && shown === 0) return t('sheet.loading')
  const total =
    pager.total === undefined
      ? undefined
      : t(pager.isExact ? 'sheet.total' : 'sheet.atLeast', {
          total: n(Math.max(shown, pager.isExact ? pager.total : pager.total - 1)),
        })
  if (total === undefined) return n(shown)
  return pager.isExact && pager.total === shown ? total : t('sheet.shown', { shown: n(shown), total })
}
