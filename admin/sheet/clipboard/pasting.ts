import { type CellArea, type CellEdit, type CellGround, cellText } from '../edit/cells.ts'
import { isRead } from '../rows.ts'
import type { LeftOut } from './leftOut.ts'
import type { ClipboardTexts } from './pastedTable.ts'
import { placeTable } from './place.ts'
import { readClipboard } from './readClipboard.ts'

/** The entries that a paste makes, what it covers, and what of it has no place. */
export interface Paste {
  readonly cells: readonly CellEdit[]
  readonly area: CellArea
  readonly leftOut: LeftOut
}

interface PasteGround {
  /** All shown columns in reading order. */
  readonly names: readonly string[]
  readonly totalRows: number
  /** Rows that a paste may cover. */
  readonly mostRows: number
  /** What is known of the cells once these rows were read. */
  readonly groundOf: (firstRow: number, lastRow: number) => Promise<CellGround>
}

/**
 * Reads the clipboard and finds the cell of each text. A text that stands in its cell already changes nothing. Says
 * why nothing is pasted of a clipboard without a table, and of one that covers too many rows.
 */
export async function pasting(
  texts: ClipboardTexts,
  target: CellArea,
  { names, totalRows, mostRows, groundOf }: PasteGround,
): Promise<Paste | 'nothing' | 'tooMany'> {
  const table = readClipboard(texts)
  if (table.rows.length === 0) return 'nothing'
  const { firstRow } = target
  const placement = placeTable(table, {
    names,
    selected: target.names,
    firstRow,
    rowCount: target.lastRow - firstRow + 1,
    totalRows,
  })
  const { lastRow, surplusRows, surplusColumns } = placement
  if (lastRow - firstRow >= mostRows) return 'tooMany'
  const ground = await groundOf(firstRow, lastRow)
  const cells: CellEdit[] = []
  const readOnly = new Set<string>()
  const required = new Set<string>()
  const unread = new Set<number>()
  for (const { row: place, name, text } of placement.texts) {
    const row = ground.rows[place]
    if (!isRead(row)) unread.add(place)
    else if (text === asPasted(cellText(row, name, ground))) continue
    else {
      const { words, resource } = ground.contextOf(row)
      const column = ground.columnOf(name)
      const isEmpty = text.trim() === ''
      // As when it is emptied by a key: what needs a value keeps the one it has.
      if (column?.isEditable && isEmpty && column.field.isRequired) required.add(words.field(resource, name))
      else if (column?.isEditable) cells.push({ row, name, entered: text })
      else if (!isEmpty) readOnly.add(words.field(resource, name))
    }
  }
  return {
    cells,
    area: { names: placement.names, firstRow, lastRow },
    leftOut: {
      ...{ surplusRows, surplusColumns, hidden: table.hidden, unreadRows: unread.size },
      ...{ readOnly: [...readOnly], required: [...required] },
    },
  }
}

// As a clipboard hands it back.
const asPasted = (text: string): string => text.replace(/\r\n?/g, '\n')
