import { useEffect, useMemo, useState } from 'react'
import { useStore } from 'react-admin'
import { useLocation, useNavigate, useNavigationType } from 'react-router-dom'
import type { Me } from '#admin/provider/contract.ts'
import { withQuery } from '#admin/provider/page.ts'
import type { Entity } from '#shared/declaration/entity.ts'
import type { View } from '#shared/entities/view.ts'
import { type ListParameters, queryOf } from './listParameters.ts'
import { openedList } from './views.ts'

/** What the history of the browser keeps with the address of a list that somebody chose, a whole list too. */
const chosen = { isChosen: true } as const

/**
 * What a list shows, kept in the address, and for the next visit in react-admin's store. What the list does not have
 * leaves both at once; `dropped` names it until the person goes on.
 */
export function useListParameters(entity: Entity, me: Me, views: readonly View[] | undefined) {
  const { pathname, search, state, key } = useLocation()
  const navigate = useNavigate()
  const arrival = useNavigationType()
  const [stored, store] = useStore<unknown>(`${entity.resource}.listParams`, '')
  // Back and Forward lead to what was on the screen: an address without a query is then the whole list.
  const isReturn = arrival === 'POP' && key !== 'default'
  const isOpen = search === '' && state?.isChosen !== true && !isReturn
  const asked = search || (isOpen && typeof stored === 'string' ? stored : '')
  const opened = useMemo(() => openedList({ entity, me, asked, isOpen, views }), [entity, me, asked, isOpen, views])
  const [dropped, setDropped] = useState<readonly string[]>([])
  const show = (parameters: Partial<ListParameters>, replace: boolean) => {
    const query = withQuery('', queryOf(parameters))
    store(query)
    navigate(`${pathname}${query}`, { replace, state: chosen })
  }
  const query = opened && withQuery('', queryOf(opened.parameters))
  const isAsShown = opened !== undefined && !isOpen && opened.dropped.length === 0
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each address
  useEffect(() => {
    if (!opened) return
    if (opened.dropped.length > 0) setDropped(opened.dropped)
    if (!isAsShown || needsRewriting(search, opened.parameters)) show(opened.parameters, true)
    else if (search !== stored) store(search)
  }, [search, query, isOpen])
  return {
    parameters: opened?.parameters,
    dropped,
    forgetDropped: () => setDropped([]),
    /**
     * Shows another view of the list. A search text takes the place of the one before in the browser's history, and so
     * does what is changed `quietly`.
     */
    change: (changes: Partial<ListParameters>, isQuiet = false) => {
      const before = opened?.parameters.filter.q
      const after = changes.filter?.q
      setDropped([])
      show(
        { ...opened?.parameters, ...changes },
        isQuiet || (before !== undefined && after !== undefined && before !== after),
      )
    },
  }
}

/** Whether an address names only a view, whose content it gets, or a view that is not there any more. */
const needsRewriting = (search: string, { view, layout }: ListParameters): boolean => {
  const asked = new URLSearchParams(search)
  return asked.get('view') !== (view ?? null) || (layout !== undefined && !asked.has('columns'))
}

export type ListView = Omit<ReturnType<typeof useListParameters>, 'parameters'> & {
  readonly parameters: ListParameters
}
