import Typography from '@mui/material/Typography'
import { useWords } from '#admin/language/words.ts'
import type { ImportResult } from '#admin/provider/contract.ts'
import { CountTiles } from './CountTiles.tsx'

/** How many rows of a file are new, changed, unchanged and refused. */
export function ImportCounts({ result, refused }: { result: ImportResult; refused: number }) {
  const { t } = useWords()
  const tiles = [
    { label: t('transfer.inserted'), count: result.inserted },
    { label: t('transfer.updated'), count: result.updated },
    { label: t('transfer.unchanged'), count: result.unchanged },
    { label: t('transfer.refusedCount'), count: refused, isFault: true },
  ]
  return (
    <>
      <CountTiles tiles={tiles} />
      {result.ignored.length > 0 && (
        <Typography variant="body2" color="textSecondary" sx={{ overflowWrap: 'anywhere' }}>
          {t('transfer.ignored', { columns: result.ignored.filter(Boolean).join(', ') })}
        </Typography>
      )}
    </>
  )
}
