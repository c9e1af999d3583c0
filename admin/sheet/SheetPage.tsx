import Alert from '@mui/material/Alert'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Skeleton from '@mui/material/Skeleton'
import Stack from '@mui/material/Stack'
import type { Theme } from '@mui/material/styles'
import Typography from '@mui/material/Typography'
import useMediaQuery from '@mui/material/useMediaQuery'
import { lazy, Suspense, useEffect, useState } from 'react'
import { ListContext } from 'react-admin'
import { Link } from 'react-router-dom'
import { Lines } from '#admin/frame/Loading.tsx'
import { EmptyState } from '#admin/frame/Page.tsx'
import { useWords } from '#admin/language/words.ts'
import { holds } from '#admin/provider/auth.ts'
import type { Me } from '#admin/provider/contract.ts'
import { type Entity, fieldOf } from '#shared/declaration/entity.ts'
import { FilterPopup, type FilterTarget } from './filter/FilterPopup.tsx'
import { Toolbar } from './Toolbar.tsx'
import { useListState } from './useListState.ts'
import { useOpenList } from './useOpenList.ts'
import { Legend } from './view/Legend.tsx'
import { useLayoutRead } from './view/preferences.ts'
import { type ListView, useListParameters } from './view/useListParameters.ts'
import { type SavedViews, useViews } from './view/useViews.ts'
import { ViewPicker } from './view/ViewPicker.tsx'
import { goneView } from './view/views.ts'

const Cards = lazy(() => import('./cards/Cards.tsx').then((all) => ({ default: all.Cards })))
const Chips = lazy(() => import('./filter/Chips.tsx').then((all) => ({ default: all.Chips })))
const RunningJobs = lazy(() => import('./bulk/RunningJobs.tsx').then((all) => ({ default: all.RunningJobs })))
const Sheet = lazy(() => import('./Sheet.tsx').then((all) => ({ default: all.Sheet })))
const Groups = lazy(() => import('./groups/Groups.tsx').then((all) => ({ default: all.Groups })))

interface SheetPageProps {
  readonly entity: Entity
  readonly me: Me
}

/** The page of a list, once it is known what it shows: its address, the saved views and the person's choices say so. */
export function SheetPage({ entity, me }: SheetPageProps) {
  const saved = useViews(entity, me)
  const { parameters, ...address } = useListParameters(entity, me, saved.views)
  const isKnown = useLayoutRead()
  const words = useWords()
  const name = words.resource(entity.resource)
  useEffect(() => {
    document.title = `${name} · Redress`
  }, [name])
  if (parameters && isKnown) return <ListPage entity={entity} me={me} view={{ ...address, parameters }} saved={saved} />
  return (
    <Stack sx={{ height: '100%', minHeight: 420 }}>
      <Typography variant="h1" sx={titleStyle}>
        {name}
      </Typography>
      <Lines />
    </Stack>
  )
}

interface ListPageProps extends SheetPageProps {
  readonly view: ListView
  readonly saved: SavedViews
}

/** A list: its name and view, the button for a new record, filters, groups, and the sheet; cards on a small screen. */
function ListPage({ entity, me, view, saved }: ListPageProps) {
  const words = useWords()
  const isSmall = useMediaQuery((theme: Theme) => theme.breakpoints.down('sm'))
  const [editing, setEditing] = useState<FilterTarget>()
  const list = useOpenList(entity, me, view, saved, (anchor, filter) => setEditing({ anchor, filter }))
  const { sheet, group } = list
  // What stands in no menu is made on the page that it belongs to.
  const mayCreate = entity.menu !== undefined && holds(me, entity.resource, 'create') && entity.access.create.length > 0
  const isEmpty = sheet.rows.length === 0 && sheet.pager?.state === 'read'
  return (
    <ListContext.Provider value={list}>
      <Stack sx={{ height: '100%', minHeight: 420 }}>
        <Stack direction="row" spacing={1.5} sx={[titleStyle, { alignItems: 'center' }]}>
          <Typography variant="h1" noWrap>
            {words.resource(entity.resource)}
          </Typography>
          <ViewPicker isSmall={isSmall} />
          <Box sx={{ flex: 1 }} />
          {!isSmall && <Legend />}
          {mayCreate && (
            <Button component={Link} to={`/${entity.resource}/create`} variant="contained" sx={{ flexShrink: 0 }}>
              {entity.resource === 'cases'
                ? words.t('case.open')
                : words.t('form.create', { name: words.noun(entity.resource) })}
            </Button>
          )}
        </Stack>
        <Toolbar isSmall={isSmall} />
        <Suspense>
          <RunningJobs />
        </Suspense>
        {Object.keys(list.filterValues).length > 0 && (
          <Suspense fallback={<Box sx={{ height: 40 }} />}>
            <Chips />
          </Suspense>
        )}
        <Dropped />
        {group && (
          <Suspense fallback={<Skeleton variant="rounded" height={44} sx={{ mx: 2.5, mb: 1 }} />}>
            <Groups key={group} group={group} />
          </Suspense>
        )}
        <Stack sx={{ flex: 1, minHeight: 0, bgcolor: 'background.paper', borderTop: 1, borderColor: 'divider' }}>
          {isEmpty ? (
            <Box sx={{ px: { xs: 1.5, md: 2.5 } }}>
              <NoRows mayCreate={mayCreate} />
            </Box>
          ) : (
            <Suspense fallback={<Lines />}>{isSmall ? <Cards /> : <Sheet />}</Suspense>
          )}
        </Stack>
      </Stack>
      {editing && <FilterPopup editing={editing} close={() => setEditing(undefined)} />}
    </ListContext.Provider>
  )
}

const titleStyle = { px: { xs: 1.5, md: 2.5 }, pt: 1.5, pb: 1, minHeight: 56 } as const

/** Says what a link or a saved view named that this list does not have. */
function Dropped() {
  const words = useWords()
  const { entity, dropped, forgetDropped } = useListState()
  if (dropped.length === 0) return null
  const nameOf = (name: string) => (fieldOf(entity, name) ? words.field(entity.resource, name) : `“${name}”`)
  const names = dropped.flatMap((name) =>
    name === goneView ? [] : [name === 'q' ? words.t('sheet.search') : nameOf(name)],
  )
  return (
    <Alert
      severity="info"
      onClose={forgetDropped}
      closeText={words.t('frame.close')}
      sx={{ mx: { xs: 1.5, md: 2.5 }, mb: 1 }}
    >
      {dropped.includes(goneView) && words.t('views.gone')}{' '}
      {names.length > 0 && words.t('filters.dropped', { names: names.join(', ') })}
    </Alert>
  )
}

/** Says why a list shows nothing and what to do. */
function NoRows({ mayCreate }: { mayCreate: boolean }) {
  const words = useWords()
  const { entity, filterValues, setFilters } = useListState()
  if (Object.keys(filterValues).length > 0)
    return (
      <EmptyState
        action={
          <Button variant="outlined" onClick={() => setFilters({})}>
            {words.t('filters.clear')}
          </Button>
        }
      >
        {words.t('sheet.emptyFiltered')}
      </EmptyState>
    )
  return (
    <EmptyState>
      {words.t('sheet.empty', { name: words.noun(entity.resource, 2) })} {mayCreate && words.t('sheet.emptyHow')}
    </EmptyState>
  )
}
