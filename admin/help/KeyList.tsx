import Box from '@mui/material/Box'
import Stack from '@mui/material/Stack'
import { useWords } from '#admin/language/words.ts'
import type { shortcuts } from '#admin/sheet/edit/shortcuts.ts'

/** Keys and what they do. */
export function KeyList({ keys }: { keys: readonly (typeof shortcuts)[number][] }) {
  const { t } = useWords()
  return (
    <Box
      component="dl"
      sx={{
        m: 0,
        display: 'grid',
        gridTemplateColumns: 'minmax(112px, max-content) 1fr',
        columnGap: 2,
        rowGap: 1,
        typography: 'body2',
      }}
    >
      {keys.map(({ does, keys: chords }) => (
        <Box key={does} sx={{ display: 'contents' }}>
          <Stack component="dt" direction="row" dir="ltr" spacing={0.5} sx={{ flexWrap: 'wrap', alignItems: 'start' }}>
            {chords.map((chord) => (
              <kbd key={chord}>{chord}</kbd>
            ))}
          </Stack>
          <Box component="dd" sx={{ m: 0 }}>
            {t(`shortcuts.${does}`)}
          </Box>
        </Box>
      ))}
    </Box>
  )
}
