import Box from '@mui/material/Box'
import Skeleton from '@mui/material/Skeleton'
import { useWords } from '#admin/language/words.ts'

/** The outline of a page while its code is fetched. */
export function Loading() {
  const { t } = useWords()
  return (
    <Box role="status" aria-label={t('frame.loading')} sx={{ p: 3 }}>
      <Skeleton width={220} height={40} />
      <Skeleton variant="rounded" height={44} sx={{ mt: 1, mb: 2 }} />
      <Lines />
    </Box>
  )
}

/** The outline of a list, line by line. */
export const Lines = () => [0, 1, 2, 3, 4, 5, 6].map((line) => <Skeleton key={line} height={34} />)
