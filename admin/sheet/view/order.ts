import { pageLimits } from '#shared/api/pageLimits.ts'
import { type Entity, fieldOf, type Order } from '#shared/declaration/entity.ts'
import { scaleOf } from '../filter/comparisons.ts'

type Direction = Order[number][1]

/** How the values of a column are put in order. */
export type OrderScale = 'text' | 'time' | 'number' | 'choice'

/** The scale of a column; its name is that of the words for its directions. */
export function orderScale(entity: Entity, name: string): OrderScale {
  const kind = fieldOf(entity, name)?.kind ?? 'text'
  const scale = scaleOf(kind)
  if (scale === 'word' || kind === 'term') return 'text'
  return scale === 'list' ? 'choice' : scale
}

/** The direction in which people look for something first: the newest, the largest, the first letter. */
const usualDirection = (entity: Entity, name: string): Direction =>
  ['time', 'number'].includes(orderScale(entity, name)) ? 'DESC' : 'ASC'

const opposite = (direction: Direction): Direction => (direction === 'ASC' ? 'DESC' : 'ASC')

/** The order after a column was chosen: by it alone, or by it `also`, after the columns before; chosen again it turns round. */
export function orderBy(entity: Entity, order: Order, name: string, also: boolean): Order {
  const isThere = order.some(([column]) => column === name)
  if (isThere && (also || order.length === 1)) return turned(order, name)
  const key = [name, usualDirection(entity, name)] as const
  if (!also) return [key]
  return order.length < pageLimits.order ? [...order, key] : order
}

/** The order with one of its columns the other way round. */
export const turned = (order: Order, name: string): Order =>
  order.map(([column, direction]) => [column, column === name ? opposite(direction) : direction])

/** Where a column stands in an order: its direction and its rank, counted from 1. */
export function placeIn(order: Order, name: string): { direction: Direction; rank: number } | undefined {
  const index = order.findIndex(([column]) => column === name)
  const direction = order[index]?.[1]
  return direction && { direction, rank: index + 1 }
}
