import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Skeleton from '@mui/material/Skeleton'
import Stack from '@mui/material/Stack'
import Typography from '@mui/material/Typography'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useId } from 'react'
import { useDataProvider } from 'react-admin'
import { Link } from 'react-router-dom'
import { ReadError } from '#admin/frame/ErrorBoundary.tsx'
import { EmptyState } from '#admin/frame/Page.tsx'
import { formatNumber } from '#admin/language/format.ts'
import { useWords } from '#admin/language/words.ts'
import type { Me, RedressProvider } from '#admin/provider/contract.ts'
import { listAddress } from '#admin/sheet/view/listParameters.ts'
import { BoardCard } from './BoardCard.tsx'

/** Cards of one column; the list has them all. */
const most = 12
const soonest = [['responseDueAt', 'ASC']] as const

interface BoardColumnProps {
  readonly me: Me
  readonly status: string
  /** The step that a case in this state waits for. */
  readonly next: string
  readonly filter: Readonly<Record<string, unknown>>
  /** How many cases there are in it. */
  readonly count: number
}

/** The cases in one state: how many they are, and those whose answer is due soonest as cards. */
export function BoardColumn({ me, status, next, filter, count }: BoardColumnProps) {
  const { t, value, locale } = useWords()
  const provider = useDataProvider<RedressProvider>()
  const heading = useId()
  const own = { ...filter, status }
  const { data, error, refetch } = useQuery({
    queryKey: ['cases', 'board', own, most],
    queryFn: ({ signal }) => provider.page('cases', { filter: own, order: soonest, limit: most, signal }),
    refetchInterval: 30_000,
    placeholderData: keepPreviousData,
  })
  return (
    <Box
      component="section"
      aria-labelledby={heading}
      sx={{ minWidth: 0, p: 1, borderRadius: 1, border: 1, borderColor: 'divider', bgcolor: 'action.hover' }}
    >
      <Stack direction="row" spacing={1} sx={{ px: 0.5, pb: 1, justifyContent: 'space-between' }}>
        <Typography variant="h3" component="h2" id={heading}>
          {value('cases', 'status', status)}
        </Typography>
        <Typography variant="body2" component="span">
          {formatNumber(count, locale)}
        </Typography>
      </Stack>
      {error && <ReadError error={error} again={refetch} />}
      {!data && !error && <Skeleton variant="rounded" height={120} />}
      {data?.rows.length === 0 && <EmptyState>{t('board.none')}</EmptyState>}
      <Stack component="ul" className="plain" spacing={1}>
        {data?.rows.map((row) => (
          <BoardCard key={row.id} row={row} me={me} next={next} />
        ))}
      </Stack>
      {count > most && (
        <Button
          component={Link}
          to={listAddress('cases', { filter: own, order: soonest })}
          color="secondary"
          fullWidth
          sx={{ mt: 1 }}
        >
          {t('board.more', { count: formatNumber(count, locale) })}
        </Button>
      )}
    </Box>
  )
}
