import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Skeleton from '@mui/material/Skeleton'
import Stack from '@mui/material/Stack'
import type { Theme } from '@mui/material/styles'
import Typography from '@mui/material/Typography'
import useMediaQuery from '@mui/material/useMediaQuery'
import { lazy, Suspense, useEffect } from 'react'
import { ListContext, useListContext } from 'react-admin'
import { Link } from 'react-router-dom'
import type { ListParameters } from '#admin/entity/useListParameters.ts'
import { EmptyState } from '#admin/frame/Page.tsx'
import { useWords } from '#admin/language/words.ts'
import { holds } from '#admin/provider/auth.ts'
import type { Me } from '#admin/provider/contract.ts'
import { keysOf } from '#shared/api/listQuery.ts'
import type { Entity } from '#shared/declaration/entity.ts'
import { Sheet } from './Sheet.tsx'
import { Toolbar } from './Toolbar.tsx'
import { useListing } from './useListing.ts'

const Cards = lazy(() => import('./cards/Cards.tsx').then((all) => ({ default: all.Cards })))

interface SheetPageProps {
  readonly entity: Entity
  readonly me: Me
  readonly parameters: ListParameters
}

/** The page of a list: its name, the button for a new record, filters, and the sheet; cards on a small screen. */
export function SheetPage({ entity, me, parameters }: SheetPageProps) {
  const words = useWords()
  const isSmall = useMediaQuery((theme: Theme) => theme.breakpoints.down('sm'))
  const { context, sheet, preferences, isAnswerable } = useListing(entity, me, parameters)
  const name = words.resource(entity.resource)
  const mayCreate = holds(me, entity.resource, 'create') && entity.access.create.length > 0
  useEffect(() => {
    document.title = `${name} · Redress`
  }, [name])
  const isEmpty = sheet.rows.length === 0 && sheet.pager?.state === 'end'
  return (
    <ListContext.Provider value={context}>
      <Stack sx={{ height: '100%', minHeight: 420 }}>
        <Stack direction="row" spacing={1} sx={{ alignItems: 'center', px: { xs: 1.5, md: 2.5 }, pt: 1.5, pb: 1 }}>
          <Typography variant="h1" sx={{ flex: 1 }}>
            {name}
          </Typography>
          {mayCreate && (
            <Button component={Link} to={`/${entity.resource}/create`} variant="contained">
              {entity.resource === 'cases'
                ? words.t('case.open')
                : words.t('form.create', { name: words.noun(entity.resource) })}
            </Button>
          )}
        </Stack>
        <Toolbar entity={entity} me={me} sheet={sheet} preferences={preferences} isSmall={isSmall} />
        <Stack sx={{ flex: 1, minHeight: 0, bgcolor: 'background.paper', borderTop: 1, borderColor: 'divider' }}>
          {!isAnswerable || isEmpty ? (
            <Box sx={{ px: { xs: 1.5, md: 2.5 } }}>
              <NoRows entity={entity} isAnswerable={isAnswerable} mayCreate={mayCreate} />
            </Box>
          ) : isSmall ? (
            <Suspense fallback={<Skeleton variant="rounded" height={116} sx={{ m: 1.5 }} />}>
              <Cards entity={entity} sheet={sheet} columns={preferences.shown} />
            </Suspense>
          ) : (
            <Sheet entity={entity} sheet={sheet} preferences={preferences} />
          )}
        </Stack>
      </Stack>
    </ListContext.Provider>
  )
}

interface NoRowsProps {
  readonly entity: Entity
  readonly isAnswerable: boolean
  readonly mayCreate: boolean
}

/** Says why a list shows nothing and what to do. */
function NoRows({ entity, isAnswerable, mayCreate }: NoRowsProps) {
  const words = useWords()
  const { filterValues, setFilters } = useListContext()
  if (!isAnswerable) {
    const fields = keysOf(entity).map((key) => words.field(entity.resource, key))
    return <EmptyState>{words.t('sheet.needsFilter', { fields: fields.join(', ') })}</EmptyState>
  }
  if (Object.keys(filterValues).length > 0)
    return (
      <EmptyState
        action={
          <Button variant="outlined" onClick={() => setFilters({}, undefined, false)}>
            {words.t('sheet.clearFilters')}
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
