/** A row of a sheet, which holds the columns of its record. */
export type SheetRow = { readonly id: string } & Readonly<Record<string, unknown>>

/** Stands in a list for each row that nobody has looked at yet. */
export const unreadRow: SheetRow = { id: '' }

/** Whether a row was read. */
export const isRead = (row: SheetRow | undefined): row is SheetRow => row !== undefined && row.id !== ''
