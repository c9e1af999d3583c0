import type { Me } from '#admin/provider/contract.ts'
import { withQuery } from '#admin/provider/page.ts'
import type { Entity, RecordValues } from '#shared/declaration/entity.ts'
import type { Role } from '#shared/declaration/roles.ts'
import type { View } from '#shared/entities/view.ts'
import { keptFilter } from '#shared/rules/views/keptFilter.ts'
import { canonical } from '#shared/values/canonical.ts'
import { type ListParameters, queryOf, wholeList } from './listParameters.ts'
import { type ReadParameters, readParameters } from './readParameters.ts'

/** The views that a person is offered: their own, and those shared with somebody. */
export const offeredViews = (views: readonly View[], me: Me): View[] =>
  views.filter(({ userId, sharedWith }) => userId === me.id || sharedWith !== undefined)

/** What a view keeps of a list: all but what names a person. */
export const definitionOf = (entity: Entity, { filter, order, group, layout }: ListParameters): RecordValues => ({
  filter: keptFilter(entity, filter),
  order,
  ...(group && { group }),
  ...(layout && { layout }),
})

/** A list as a view kept it; what the list does not have any more, or this person may not see, is left out and named. */
export function listOf(entity: Entity, me: Me, { id, definition }: Pick<View, 'id' | 'definition'>): ReadParameters {
  const kept = typeof definition === 'object' && definition !== null ? (definition as Partial<ListParameters>) : {}
  let query: string
  try {
    query = withQuery('', queryOf({ ...kept, view: id }))
  } catch {
    // Whoever wrote it through the API wrote something else.
    query = withQuery('', { view: id })
  }
  return readParameters(entity, me, query)
}

/** Whether a list is as its view kept it. */
export const isUnchanged = (entity: Entity, me: Me, view: View, parameters: ListParameters): boolean =>
  canonical(definitionOf(entity, listOf(entity, me, view).parameters)) === canonical(definitionOf(entity, parameters))

/** The view with which a list opens for a person. */
export const firstView = (views: readonly View[], me: Me): View | undefined =>
  me.roles.flatMap((role) => views.find(({ defaultFor }) => defaultFor === (role as Role)) ?? [])[0]

/** What of an address has to be opened. */
interface OpenedAddress {
  readonly entity: Entity
  readonly me: Me
  /** The query that is asked for, of the address or of the last visit. */
  readonly asked: string
  /** Nobody asked for the whole list, so that it opens with a person's first view. */
  readonly isOpen: boolean
  /** The views of the list; undefined while they are being read. */
  readonly views: readonly View[] | undefined
}

/** The name by which `dropped` tells of a view that is gone, or that the person may not see. */
export const goneView = 'view'

/**
 * What a list shows for an address: its content, or the view that it names, or the person's first view where it says
 * nothing. Undefined while that depends on views that are not read yet.
 */
export function openedList({ entity, me, asked, isOpen, views }: OpenedAddress): ReadParameters | undefined {
  const read = readParameters(entity, me, asked)
  const { view: id, ...content } = read.parameters
  if (asked === '') {
    if (!isOpen) return read
    const first = views && firstView(views, me)
    return first ? listOf(entity, me, first) : views && read
  }
  if (id === undefined || id === wholeList) return read
  const named = views?.find((view) => view.id === id)
  const hasContent = content.layout || content.group || content.order.length + Object.keys(content.filter).length > 0
  if (hasContent) return named || !views ? read : { ...read, parameters: content }
  if (!views) return undefined
  return named ? listOf(entity, me, named) : { parameters: content, dropped: [...read.dropped, goneView] }
}
