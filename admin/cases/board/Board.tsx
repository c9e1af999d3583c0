import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import type { Theme } from '@mui/material/styles'
import useMediaQuery from '@mui/material/useMediaQuery'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useDataProvider, usePermissions } from 'react-admin'
import { Link } from 'react-router-dom'
import { ReadError } from '#admin/frame/ErrorBoundary.tsx'
import { Page } from '#admin/frame/Page.tsx'
import { Select } from '#admin/frame/Select.tsx'
import { formatNumber } from '#admin/language/format.ts'
import { useWords } from '#admin/language/words.ts'
import type { Me, RedressProvider } from '#admin/provider/contract.ts'
import { listAddress } from '#admin/sheet/view/listParameters.ts'
import { BoardColumn } from './BoardColumn.tsx'
import { boardStates } from './boardStates.ts'

type Whose = 'everybody' | 'mine' | 'nobody'
const choices: readonly Whose[] = ['everybody', 'mine', 'nobody']
const filterOf = (whose: Whose, me: Me | undefined): Record<string, unknown> =>
  whose === 'mine' ? { ownerId: me?.id } : whose === 'nobody' ? { ownerId_empty: true } : {}

/** The cases that wait for a step, a column for each state; one column at a time on a small screen. */
export function Board() {
  const { t, value, locale } = useWords()
  const provider = useDataProvider<RedressProvider>()
  const { permissions: me } = usePermissions<Me>()
  const isSmall = useMediaQuery((theme: Theme) => theme.breakpoints.down('md'))
  const [whose, setWhose] = useState<Whose>('everybody')
  const [only, setOnly] = useState(boardStates[0]?.status ?? '')
  const filter = filterOf(whose, me)
  const { data, error, refetch } = useQuery({
    queryKey: ['cases', 'board', filter],
    queryFn: ({ signal }) =>
      provider.groups('cases', { by: ['status'], sum: [], filter: { ...filter, isOpen: true }, signal }),
    refetchInterval: 30_000,
    placeholderData: keepPreviousData,
    enabled: me !== undefined,
  })
  const countOf = (status: string) => data?.find(({ key }) => key.status === status)?.count ?? 0
  const labelOf = (status: string) => `${value('cases', 'status', status)} · ${formatNumber(countOf(status), locale)}`
  const shown = isSmall ? boardStates.filter(({ status }) => status === only) : boardStates
  return (
    <Page
      title={t('board.title')}
      under="cases"
      maxWidth={2400}
      actions={
        <>
          {isSmall && (
            <Select
              label={t('board.column')}
              value={only}
              options={boardStates.map(({ status }) => ({ value: status, label: labelOf(status) }))}
              change={setOnly}
              width={200}
            />
          )}
          <Select
            label={t('board.whose')}
            value={whose}
            options={choices.map((each) => ({ value: each, label: t(`board.${each}`) }))}
            change={setWhose}
            width={150}
          />
          <Button component={Link} to={listAddress('cases', { filter: { ...filter, isOpen: true } })} color="secondary">
            {t('board.list')}
          </Button>
        </>
      }
    >
      {error && <ReadError error={error} again={refetch} />}
      <Box
        sx={{
          display: 'grid',
          gap: 1.5,
          alignItems: 'start',
          overflowX: 'auto',
          pb: 1,
          gridAutoFlow: 'column',
          gridAutoColumns: { xs: 'minmax(0, 1fr)', md: 'minmax(215px, 1fr)' },
        }}
      >
        {me &&
          shown.map(({ status, next }) => (
            <BoardColumn key={status} me={me} status={status} next={next} filter={filter} count={countOf(status)} />
          ))}
      </Box>
    </Page>
  )
}
