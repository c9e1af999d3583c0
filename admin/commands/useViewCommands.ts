import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { useDataProvider } from 'react-admin'
import { useLocation } from 'react-router-dom'
import type { Me, RedressProvider } from '#admin/provider/contract.ts'
import { withQuery } from '#admin/provider/page.ts'
import { queryOf } from '#admin/sheet/view/listParameters.ts'
import { offeredViews } from '#admin/sheet/view/views.ts'
import { pageLimits } from '#shared/api/pageLimits.ts'
import type { RecordBase } from '#shared/declaration/entity.ts'
import { entities } from '#shared/entities/index.ts'
import type { View } from '#shared/entities/view.ts'
import type { MenuCommand } from './commandList.ts'

const none: readonly MenuCommand[] = []

/** The saved views of the list that is open. */
export function useViewCommands(me: Me | undefined): readonly MenuCommand[] {
  const provider = useDataProvider<RedressProvider>()
  const { pathname } = useLocation()
  const list = entities.find(({ resource }) => pathname === `/${resource}`)?.resource
  const { data } = useQuery({
    queryKey: ['views', 'of', list],
    queryFn: ({ signal }) => provider.page('views', { filter: { list }, limit: pageLimits.rows, signal }),
    enabled: list !== undefined && me !== undefined,
  })
  return useMemo(() => {
    if (!data || !me) return none
    return offeredViews(data.rows as RecordBase[] as View[], me).map(
      ({ id, name }): MenuCommand => ({
        ...{ id: `view.${id}`, group: 'views', label: name, to: withQuery(`/${list}`, queryOf({ view: id })) },
      }),
    )
  }, [data, me, list])
}
