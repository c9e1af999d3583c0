import CloseIcon from '@mui/icons-material/Close'
import UnfoldLess from '@mui/icons-material/UnfoldLess'
import UnfoldMore from '@mui/icons-material/UnfoldMore'
import ButtonBase from '@mui/material/ButtonBase'
import IconButton from '@mui/material/IconButton'
import Skeleton from '@mui/material/Skeleton'
import Stack from '@mui/material/Stack'
import Typography from '@mui/material/Typography'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useEffect, useReducer } from 'react'
import { useDataProvider } from 'react-admin'
import { useTextContext } from '#admin/entity/useTextContext.ts'
import { textOf } from '#admin/entity/valueText.ts'
import { ReadError } from '#admin/frame/ErrorBoundary.tsx'
import { counted, formatLongTime, formatMoney } from '#admin/language/format.ts'
import { inSentence, useWords } from '#admin/language/words.ts'
import type { RedressProvider } from '#admin/provider/contract.ts'
import { isSame } from '#admin/provider/patch.ts'
import { usePreference } from '#admin/provider/preferences.ts'
import { fieldOf } from '#shared/declaration/entity.ts'
import { filterOf, scaleOf } from '../filter/comparisons.ts'
import { useListState } from '../useListState.ts'
import { type GroupRow, groupFilter, groupRows } from './groupRows.ts'
import { groupLabel, partsOfGroup } from './groupWords.ts'

/** Groups shown; a column with more values is better searched. */
const most = 60

/** The groups of a list with their counts and sums, in lines above it that can be folded; a click on one shows its records only. */
export function Groups({ group }: { group: string }) {
  const words = useWords()
  const { entity, change } = useListState()
  const { rows, error, refetch } = useGroups(group)
  const name = groupLabel(entity, group, words)
  const [isFolded, fold] = usePreference('foldedGroups', false)
  const [, span] = partsOfGroup(group)
  const label = span ? name : words.t('groups.inForce', { name: inSentence(name) })
  if (error) return <ReadError error={error} again={refetch} />
  return (
    <Stack
      direction="row"
      spacing={1}
      role="group"
      aria-label={label}
      sx={{ px: { xs: 1.5, md: 2.5 }, pb: 1, alignItems: 'stretch', overflowX: 'auto', '& > *': { flexShrink: 0 } }}
    >
      <Stack direction="row" sx={{ alignItems: 'center' }}>
        <IconButton
          size="small"
          aria-label={words.t('look.foldGroups')}
          aria-expanded={!isFolded}
          onClick={() => fold(!isFolded)}
        >
          {isFolded ? <UnfoldMore fontSize="inherit" /> : <UnfoldLess fontSize="inherit" />}
        </IconButton>
        <Typography variant="caption" color="textSecondary">
          {label}
        </Typography>
        <IconButton size="small" aria-label={words.t('groups.close')} onClick={() => change({ group: undefined })}>
          <CloseIcon fontSize="inherit" />
        </IconButton>
      </Stack>
      {isFolded ? null : rows ? (
        rows.slice(0, most).map((row) => <GroupCard key={String(row.value)} group={group} row={row} />)
      ) : (
        <Skeleton variant="rounded" width={360} height={52} />
      )}
      {!isFolded && rows && rows.length > most && (
        <Typography variant="caption" color="textSecondary" sx={{ alignSelf: 'center' }}>
          {words.t('groups.more', counted(rows.length - most, words.locale))}
        </Typography>
      )}
    </Stack>
  )
}

function GroupCard({ group, row: { value, count, sums } }: { group: string; row: GroupRow }) {
  const words = useWords()
  const { entity, sheet, filters, filterBy } = useListState()
  const context = { ...useTextContext(entity.resource), titleOf: sheet.titles.titleOf }
  const [name] = partsOfGroup(group)
  const field = fieldOf(entity, name)
  const own = groupFilter(entity, group, value)
  const isChosen = filters.some((filter) => isSame(filter, own))
  const others = filters.filter((filter) => filter.name !== name)
  const text =
    field && value !== null
      ? scaleOf(field.kind) === 'time'
        ? formatLongTime(String(value), context.zone, words.locale)
        : textOf({ name, field }, value, context)
      : words.t('groups.empty')
  return (
    <ButtonBase aria-pressed={isChosen} onClick={() => filterBy(isChosen ? others : [...others, own])} sx={cardStyle}>
      <Stack component="span" direction="row" spacing={1.5} sx={{ justifyContent: 'space-between', width: 1 }}>
        <bdi>{text}</bdi>
        <strong>{counted(count, words.locale).count}</strong>
      </Stack>
      {sums.map(({ name, minor, currency }) => (
        <Typography key={`${name}${currency}`} component="span" variant="caption" color="textSecondary">
          {words.field(entity.resource, name)}{' '}
          <bdi dir="ltr">
            {formatMoney(minor, currency, words.locale)} {currency}
          </bdi>
        </Typography>
      ))}
    </ButtonBase>
  )
}

const cardStyle = {
  display: 'flex',
  flexDirection: 'column',
  alignItems: 'start',
  minWidth: 110,
  maxWidth: 280,
  px: 1.25,
  py: 0.5,
  border: 1,
  borderColor: 'divider',
  borderRadius: 1,
  typography: 'body2',
  bgcolor: 'background.paper',
  '&:hover': { bgcolor: 'action.hover' },
  '&[aria-pressed=true]': { borderColor: 'primary.main', boxShadow: 'inset 0 0 0 1px var(--mui-palette-primary-main)' },
} as const

/** Reads the groups: what the filters find, those of the grouped column itself aside, so that one can go from group to group. */
function useGroups(group: string) {
  const { entity, columns, filters, filterValues, sheet } = useListState()
  const provider = useDataProvider<RedressProvider>()
  const [, redraw] = useReducer((count: number) => count + 1, 0)
  const [name] = partsOfGroup(group)
  const filter = filterOf(
    filters.filter((each) => each.name !== name),
    filterValues.q,
  )
  const sum = columns.flatMap((column) => (column.field.kind === 'money' ? [column.name] : [])).slice(0, 4)
  const { data, error, refetch } = useQuery({
    queryKey: [entity.resource, 'groups', group, sum, filter, sheet.attempt, sheet.edits.commands.length],
    queryFn: ({ signal }) => provider.groups(entity.resource, { by: [group], sum, filter, signal }),
    placeholderData: keepPreviousData,
  })
  const { currency } = useTextContext(entity.resource)
  const rows = data && groupRows(entity, group, data, currency)
  const { titles } = sheet
  // biome-ignore lint/correctness/useExhaustiveDependencies: by the groups
  useEffect(() => {
    if (rows) void titles.need(columns, [{ [name]: rows.slice(0, most).map(({ value }) => value) }]).then(redraw)
  }, [data, columns, titles])
  return { rows, error, refetch }
}
