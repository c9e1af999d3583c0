import Alert from '@mui/material/Alert'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Link from '@mui/material/Link'
import { Unreadable } from '#admin/frame/ErrorBoundary.tsx'
import { formatNumber } from '#admin/language/format.ts'
import { useWords } from '#admin/language/words.ts'
import type { Entity } from '#shared/declaration/entity.ts'
import type { LiveSheet } from './useSheet.ts'

/** The line below a sheet: how many rows, what is being saved, what was refused, and where to get help. */
export function Status({ sheet, help }: { entity: Entity; sheet: LiveSheet; help: () => void }) {
  const { t, locale } = useWords()
  const { pager, ledger, rows } = sheet
  const n = (value: number) => formatNumber(value, locale)
  const failed = ledger.failures.size
  return (
    <Box sx={{ borderTop: 1, borderColor: 'divider' }}>
      {failed > 0 && (
        <Alert
          severity="error"
          sx={{ borderRadius: 0 }}
          action={
            <>
              <Button color="inherit" onClick={() => void ledger.retry()}>
                {t('sheet.retry')}
              </Button>
              <Button color="inherit" onClick={() => ledger.giveUp()}>
                {t('sheet.giveUp')}
              </Button>
            </>
          }
        >
          <strong>{t('sheet.failed', { smart_count: failed })}</strong> {[...ledger.failures.values()][0]?.message}{' '}
          {t('sheet.failedWhy')}
        </Alert>
      )}
      {pager?.state === 'failed' && <Unreadable error={pager.error} again={() => void pager.next()} />}
      {pager?.state === 'paused' && (
        <Alert
          severity="info"
          sx={{ borderRadius: 0 }}
          action={
            <Button color="inherit" onClick={() => void pager.next()}>
              {t('sheet.continue')}
            </Button>
          }
        >
          {t('sheet.exhausted', { shown: n(rows.length) })}
        </Alert>
      )}
      <Box
        sx={{
          display: 'flex',
          alignItems: 'center',
          gap: 2,
          px: 1.5,
          minHeight: 36,
          fontSize: 13,
          color: 'text.secondary',
        }}
      >
        <Box component="span" aria-live="polite">
          {pager && countOf(pager, rows.length, t, n)}
        </Box>
        <Box component="span" role="status">
          {ledger.isSaving ? t('sheet.saving') : ledger.notice === 'saved' ? t('sheet.saved') : ''}
        </Box>
        <Box sx={{ flex: 1 }} />
        <Button color="secondary" onClick={help}>
          {t('sheet.help')}
        </Button>
        <Link
          href="https://rv-grid.com/guide/attribution"
          target="_blank"
          rel="noopener noreferrer"
          color="inherit"
          sx={{ display: { xs: 'none', sm: 'inline' } }}
        >
          {t('sheet.credit')}
        </Link>
      </Box>
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
