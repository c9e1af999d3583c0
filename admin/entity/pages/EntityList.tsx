import Box from '@mui/material/Box'
import Skeleton from '@mui/material/Skeleton'
import { lazy, Suspense } from 'react'
import { usePermissions, useResourceContext } from 'react-admin'
import type { Me } from '#admin/provider/contract.ts'
import type { Entity } from '#shared/declaration/entity.ts'
import { entityOf } from '#shared/entities/index.ts'
import { useListParameters } from '../useListParameters.ts'

const SheetPage = lazy(() => import('#admin/sheet/SheetPage.tsx').then((all) => ({ default: all.SheetPage })))

/** The list of any entity, as a sheet; its outline stands while the sheet is fetched. */
export function EntityList() {
  const entity = entityOf(useResourceContext() ?? '')
  const { permissions: me } = usePermissions<Me>()
  return me ? <SheetOrOutline key={entity.resource} entity={entity} me={me} /> : <Outline />
}

function SheetOrOutline({ entity, me }: { entity: Entity; me: Me }) {
  const parameters = useListParameters(entity)
  return (
    <Suspense fallback={<Outline />}>
      <SheetPage entity={entity} me={me} parameters={parameters} />
    </Suspense>
  )
}

function Outline() {
  return (
    <Box sx={{ p: 3 }} aria-hidden>
      <Skeleton width={180} height={40} />
      <Skeleton variant="rounded" height={44} sx={{ my: 1 }} />
      {[0, 1, 2, 3, 4, 5, 6, 7, 8, 9].map((line) => (
        <Skeleton key={line} height={34} />
      ))}
    </Box>
  )
}
