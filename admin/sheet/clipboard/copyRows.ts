import { type CellArea, type CellGround, cellText } from '../edit/cells.ts'
import { isRead } from '../rows.ts'
import { type CopiedCell, tableHtml, tableText } from './writeTable.ts'

/** Kinds that spreadsheets may take for numbers and dates of their own; everything else must stay the text that it is. */
const numericKinds = ['integer', 'number', 'money', 'basisPoints', 'day', 'instant']

/** The cells of an area as they are copied. */
export const copiedCells = ({ names, firstRow, lastRow }: CellArea, ground: CellGround): CopiedCell[][] =>
  ground.rows.slice(firstRow, lastRow + 1).map((row) =>
    names.map((name) => ({
      text: cellText(row, name, ground),
      isText: !numericKinds.includes(ground.columnOf(name)?.field.kind ?? ''),
    })),
  )

/**
 * Writes cells to the clipboard of a copy event; where rows are not read yet, to the browser's clipboard once they are.
 * False when the browser does not allow that.
 */
export function copyRows(
  area: CellArea,
  ground: CellGround,
  data: DataTransfer,
  read: () => Promise<CellGround>,
): Promise<boolean> | true {
  if (ground.rows.slice(area.firstRow, area.lastRow + 1).every(isRead)) {
    const cells = copiedCells(area, ground)
    data.setData('text/plain', tableText(cells))
    data.setData('text/html', tableHtml(cells))
    return true
  }
  const cells = read().then((all) => copiedCells(area, all))
  const part = (type: string, write: (cells: CopiedCell[][]) => string) =>
    cells.then((all) => new Blob([write(all)], { type }))
  return Promise.resolve()
    .then(() =>
      navigator.clipboard.write([
        new ClipboardItem({ 'text/plain': part('text/plain', tableText), 'text/html': part('text/html', tableHtml) }),
      ]),
    )
    .then(
      () => true,
      () => false,
    )
}
