import type { ReadingOrder } from '../readingOrder.ts'

/** A cell by the name of its column, undefined in the one that selects rows, and by the number of its row. */
export interface CellPosition {
  readonly name: string | undefined
  readonly row: number
}

/** Where a key leads from a cell; `extends` when the range grows to there. */
export interface Move {
  readonly to: Way
  readonly extends: boolean
}

type Way =
  | 'left'
  | 'right'
  | 'up'
  | 'down'
  | 'leftEdge'
  | 'rightEdge'
  | 'firstRow'
  | 'lastRow'
  | 'rowStart'
  | 'rowEnd'
  | 'sheetStart'
  | 'sheetEnd'
  | 'pageUp'
  | 'pageDown'
  | 'next'
  | 'previous'

/** What a move has to know of the sheet. */
interface MoveGround {
  readonly order: Pick<ReadingOrder, 'names'>
  readonly rowCount: number
  /** Rows that a page key goes over. */
  readonly pageRows: number
  readonly isRtl: boolean
}

const plain: Readonly<Record<string, Way>> = {
  ArrowLeft: 'left',
  ArrowRight: 'right',
  ArrowUp: 'up',
  ArrowDown: 'down',
  Home: 'rowStart',
  End: 'rowEnd',
  PageUp: 'pageUp',
  PageDown: 'pageDown',
}

const withCtrl: Readonly<Record<string, Way>> = {
  ArrowLeft: 'leftEdge',
  ArrowRight: 'rightEdge',
  ArrowUp: 'firstRow',
  ArrowDown: 'lastRow',
  Home: 'sheetStart',
  End: 'sheetEnd',
}

/** What a key means on a cell, as in a spreadsheet; undefined when it leads nowhere. */
export function moveOf(event: Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>) {
  const { key, altKey, shiftKey } = event
  const isCtrl = event.ctrlKey || event.metaKey
  if (altKey) return undefined
  if (key === 'Tab') return isCtrl ? undefined : moveTo(shiftKey ? 'previous' : 'next')
  const to = (isCtrl ? withCtrl : plain)[key]
  return to && moveTo(to, shiftKey)
}

const moveTo = (to: Way, isExtending = false): Move => ({ to, extends: isExtending })

/** Where Enter leads after a cell was edited, or Tab. */
export const moveAfter = (key: 'Enter' | 'Tab', shiftKey: boolean): Move =>
  moveTo(key === 'Enter' ? (shiftKey ? 'up' : 'down') : shiftKey ? 'previous' : 'next')

/** The cell that a move leads to, which may be the same; undefined when Tab leaves the sheet. */
export function destination(move: Move, from: CellPosition, ground: MoveGround): CellPosition | undefined {
  const { order, rowCount, pageRows, isRtl } = ground
  const last = order.names.length - 1
  const column = from.name === undefined ? -1 : order.names.indexOf(from.name)
  const at = (index: number, row = from.row): CellPosition => ({
    name: order.names[Math.max(0, Math.min(last, index))],
    row: Math.max(0, Math.min(rowCount - 1, row)),
  })
  const towards = (isLeft: boolean) => at(isLeft === isRtl ? column + 1 : column - 1)
  switch (move.to) {
    case 'left':
    case 'right':
      return towards(move.to === 'left')
    case 'leftEdge':
      return at(isRtl ? last : 0)
    case 'rightEdge':
      return at(isRtl ? 0 : last)
    case 'up':
      return at(column, from.row - 1)
    case 'down':
      return at(column, from.row + 1)
    case 'pageUp':
      return at(column, from.row - pageRows)
    case 'pageDown':
      return at(column, from.row + pageRows)
    case 'firstRow':
      return at(column, 0)
    case 'lastRow':
      return at(column, rowCount - 1)
    case 'rowStart':
      return at(0)
    case 'rowEnd':
      return at(last)
    case 'sheetStart':
      return at(0, 0)
    case 'sheetEnd':
      return at(last, rowCount - 1)
    case 'next':
      if (column < last) return at(column + 1)
      return from.row < rowCount - 1 ? at(0, from.row + 1) : undefined
    case 'previous':
      if (column > 0) return at(column - 1)
      return from.row > 0 ? at(last, from.row - 1) : undefined
  }
}
