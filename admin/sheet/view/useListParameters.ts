import { useEffect, useMemo, useState } from 'react'
import { useStore } from 'react-admin'
import { useLocation, useNavigate } from 'react-router-dom'
import type { Me } from '#admin/provider/contract.ts'
import { withQuery } from '#admin/provider/page.ts'
import type { Entity } from '#shared/declaration/entity.ts'
import { type ListParameters, queryOf, readParameters } from './listParameters.ts'

/**
 * What a list shows, kept in the address, and for the next visit in react-admin's store. What the list does not have
 * leaves both at once; `dropped` names it until the person goes on.
 */
export function useListParameters(entity: Entity, me: Me) {
  const { pathname, search } = useLocation()
  const navigate = useNavigate()
  const [stored, store] = useStore(`${entity.resource}.listParams`, '')
  // Once it is open, an address without a query is the list without filters: Back leads there.
  const [isOpen, setOpen] = useState(false)
  const asked = search || (isOpen ? '' : String(stored))
  const read = useMemo(() => readParameters(entity, me, asked), [entity, me, asked])
  const [dropped, setDropped] = useState<readonly string[]>([])
  const show = (parameters: ListParameters, replace: boolean) => {
    const query = withQuery('', queryOf(parameters))
    store(query)
    navigate(`${pathname}${query}`, { replace })
  }
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each address
  useEffect(() => {
    if (read.dropped.length > 0) setDropped(read.dropped)
    if (asked !== search || read.dropped.length > 0) show(read.parameters, true)
    else {
      setOpen(true)
      if (search !== stored) store(search)
    }
  }, [asked, search])
  return {
    parameters: read.parameters,
    dropped,
    forgetDropped: () => setDropped([]),
    /** Shows another view of the list; a search text takes the place of the one before in the browser's history. */
    change: (changes: Partial<ListParameters>) => {
      const before = read.parameters.filter.q
      const after = changes.filter?.q
      setDropped([])
      show({ ...read.parameters, ...changes }, before !== undefined && after !== undefined && before !== after)
    },
  }
}

export type ListView = ReturnType<typeof useListParameters>
