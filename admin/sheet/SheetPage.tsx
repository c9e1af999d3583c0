import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useEffect } from 'react'
import { ListContextProvider } from 'react-admin'
import { Link } from 'react-router-dom'
import type { ListParameters } from '#admin/entity/useListParameters.ts'
import { Nothing } from '#admin/frame/Page.tsx'
import { useWords } from '#admin/language/words.ts'
import { holds } from '#admin/provider/auth.ts'
import type { Me } from '#admin/provider/contract.ts'
import { keysOf } from '#shared/api/listQuery.ts'
import type { Entity } from '#shared/declaration/entity.ts'
import { Sheet } from './Sheet.tsx'
import { Toolbar } from './Toolbar.tsx'
import { useListing } from './useListing.ts'

/** The page of a list: its name, the one thing to do, filters, and the sheet itself. */
export function SheetPage({ entity, me, parameters }: { entity: Entity; me: Me; parameters: ListParameters }) {
  const words = useWords()
  const { context, sheet, kept, isAnswerable } = useListing(entity, me, parameters)
  const { pager, rows } = sheet
  const name = words.resource(entity.resource)
  const mayCreate = holds(me, entity.resource, 'create') && entity.access.create.length > 0
  useEffect(() => {
    document.title = `${name} · Redress`
  }, [name])
  const isEmpty = rows.length === 0 && pager?.state === 'end'
  const isFiltered = Object.keys(context.filterValues).length > 0
  const create = mayCreate && (
    <Button component={Link} to={`/${entity.resource}/create`} variant="contained">
      {entity.resource === 'cases'
        ? words.t('case.open')
        : words.t('form.create', { name: words.resource(entity.resource, 1) })}
    </Button>
  )
  return (
    <ListContextProvider value={context}>
      <Box sx={{ height: '100%', display: 'flex', flexDirection: 'column', minHeight: 420 }}>
        <Box
          sx={{
            display: 'flex',
            flexWrap: 'wrap',
            alignItems: 'center',
            gap: 1,
            px: { xs: 1.5, md: 2.5 },
            pt: 1.5,
            pb: 1,
          }}
        >
          <Box component="h1" sx={{ typography: 'h1', m: 0, flex: 1 }}>
            {name}
          </Box>
          {create}
        </Box>
        <Toolbar entity={entity} me={me} sheet={sheet} kept={kept} />
        <Box
          sx={{
            flex: 1,
            minHeight: 0,
            display: 'flex',
            flexDirection: 'column',
            bgcolor: 'background.paper',
            borderTop: 1,
            borderColor: 'divider',
          }}
        >
          {!isAnswerable ? (
            <Box sx={{ px: 2.5, flex: 1 }}>
              <Nothing>
                {words.t('sheet.needsFilter', {
                  fields: keysOf(entity)
                    .map((key) => words.field(entity.resource, key))
                    .join(', '),
                })}
              </Nothing>
            </Box>
          ) : isEmpty ? (
            <Box sx={{ px: 2.5, flex: 1 }}>
              <Nothing
                action={
                  isFiltered && (
                    <Button variant="outlined" onClick={() => context.setFilters({}, undefined, false)}>
                      {words.t('sheet.clearFilters')}
                    </Button>
                  )
                }
              >
                {words.t(isFiltered ? 'sheet.emptyFiltered' : 'sheet.empty', {
                  name: name.toLocaleLowerCase(words.locale),
                })}{' '}
                {!isFiltered && mayCreate && words.t('sheet.emptyHow')}
              </Nothing>
            </Box>
          ) : (
            <Sheet entity={entity} sheet={sheet} kept={kept} />
          )}
        </Box>
      </Box>
    </ListContextProvider>
  )
}
