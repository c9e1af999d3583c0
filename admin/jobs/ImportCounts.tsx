import Box from '@mui/material/Box'
import Typography from '@mui/material/Typography'
import { ToneText } from '#admin/entity/State.tsx'
import { formatNumber } from '#admin/language/format.ts'
import { useWords } from '#admin/language/words.ts'
import type { ImportResult } from '#admin/provider/contract.ts'

/** How many rows of a file are new, changed, unchanged and refused. */
export function ImportCounts({ result, refused }: { result: ImportResult; refused: number }) {
  const { t, locale } = useWords()
  const counts = {
    inserted: result.inserted,
    updated: result.updated,
    unchanged: result.unchanged,
    refusedCount: refused,
  }
  return (
    <>
      <Box
        component="dl"
        sx={{
          m: 0,
          display: 'grid',
          gap: 1,
          gridTemplateColumns: { xs: 'repeat(2, minmax(0, 1fr))', sm: 'repeat(4, minmax(0, 1fr))' },
          '& > div': { border: 1, borderColor: 'divider', borderRadius: 1, px: 1.5, py: 1 },
          '& dt': { color: 'text.secondary', typography: 'body2' },
          '& dd': { m: 0, typography: 'h1' },
        }}
      >
        {Object.entries(counts).map(([name, count]) => (
          <div key={name}>
            <dt>{t(`transfer.${name}`)}</dt>
            <dd>
              {name === 'refusedCount' && count > 0 ? (
                <ToneText tone="past">{formatNumber(count, locale)}</ToneText>
              ) : (
                formatNumber(count, locale)
              )}
            </dd>
          </div>
        ))}
      </Box>
      {result.ignored.length > 0 && (
        <Typography variant="body2" color="textSecondary" sx={{ overflowWrap: 'anywhere' }}>
          {t('transfer.ignored', { columns: result.ignored.filter(Boolean).join(', ') })}
        </Typography>
      )}
    </>
  )
}
