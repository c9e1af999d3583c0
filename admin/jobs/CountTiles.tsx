import Box from '@mui/material/Box'
import { ToneText } from '#admin/entity/State.tsx'
import { formatNumber } from '#admin/language/format.ts'
import { useWords } from '#admin/language/words.ts'

interface Tile {
  readonly label: string
  readonly count: number
  /** What is counted went wrong. */
  readonly isFault?: boolean
}

/** Numbers side by side, each in a frame with its name. */
export function CountTiles({ tiles, label }: { tiles: readonly Tile[]; label?: string }) {
  const { locale } = useWords()
  return (
    <Box
      component="dl"
      aria-label={label}
      sx={{
        m: 0,
        display: 'grid',
        gap: 1,
        gridTemplateColumns: { xs: 'repeat(2, minmax(0, 1fr))', sm: `repeat(${tiles.length}, minmax(0, 1fr))` },
        '& > div': { border: 1, borderColor: 'divider', borderRadius: 1, px: 1.5, py: 1 },
        '& dt': { color: 'text.secondary', typography: 'body2' },
        '& dd': { m: 0, typography: 'h1' },
      }}
    >
      {tiles.map((tile) => (
        <div key={tile.label}>
          <dt>{tile.label}</dt>
          <dd>
            {tile.isFault && tile.count > 0 ? (
              <ToneText tone="past">{formatNumber(tile.count, locale)}</ToneText>
            ) : (
              formatNumber(tile.count, locale)
            )}
          </dd>
        </div>
      ))}
    </Box>
  )
}
