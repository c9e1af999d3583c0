import { usePermissions, useResourceContext } from 'react-admin'
import { Loading } from '#admin/frame/Loading.tsx'
import type { Me } from '#admin/provider/contract.ts'
import { SheetPage } from '#admin/sheet/SheetPage.tsx'
import { entityOf } from '#shared/entities/index.ts'

/** The list of any entity, as a sheet. */
export function EntityList() {
  const entity = entityOf(useResourceContext() ?? '')
  const { permissions: me } = usePermissions<Me>()
  return me ? <SheetPage key={entity.resource} entity={entity} me={me} /> : <Loading />
}
