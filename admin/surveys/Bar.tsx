import Box from '@mui/material/Box'

interface BarProps {
  /** A share from 0 to 1. */
  readonly share: number
  readonly interval?: readonly [number, number] | null
  readonly color?: string
  readonly height?: number
}

/** A share as a bar, with a line for the interval in which it lies with 95 % confidence. The figures stand beside it. */
export function Bar({ share, interval, color = 'primary.main', height = 10 }: BarProps) {
  const percent = (value: number) => `${Math.max(0, Math.min(1, value)) * 100}%`
  return (
    <Box
      aria-hidden
      sx={{ position: 'relative', height, borderRadius: height / 2, bgcolor: 'action.hover', minWidth: 60 }}
    >
      <Box
        sx={{
          position: 'absolute',
          insetBlock: 0,
          insetInlineStart: 0,
          width: percent(share),
          borderRadius: height / 2,
          bgcolor: color,
        }}
      />
      {interval && (
        <Box
          sx={{
            position: 'absolute',
            top: '50%',
            height: 2,
            mt: '-1px',
            bgcolor: 'text.primary',
            insetInlineStart: percent(interval[0]),
            width: percent(interval[1] - interval[0]),
          }}
        />
      )}
    </Box>
  )
}
