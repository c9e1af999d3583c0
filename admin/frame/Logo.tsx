import Box from '@mui/material/Box'

/** The product's name and sign. */
export function Logo({ size = 26 }: { size?: number }) {
  return (
    <Box sx={{ display: 'inline-flex', alignItems: 'center', gap: 1.25, fontWeight: 650, fontSize: size * 0.65 }}>
      <img src="/icon.svg" alt="" width={size} height={size} />
      Redress
    </Box>
  )
}
