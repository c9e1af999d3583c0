import Stack from '@mui/material/Stack'

/** The product's icon and name; `size` is the icon's, in pixels. */
export function Logo({ size = 26 }: { size?: number }) {
  return (
    <Stack
      direction="row"
      spacing={1.25}
      sx={{ display: 'inline-flex', alignItems: 'center', fontWeight: 650, fontSize: size * 0.65 }}
    >
      <img src="/icon.svg" alt="" width={size} height={size} />
      Redress
    </Stack>
  )
}
