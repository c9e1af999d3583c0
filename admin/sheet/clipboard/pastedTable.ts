/** A table from the clipboard. A cell that another one covers is undefined: it leaves what stands there as it is. */
export interface PastedTable {
  readonly rows: readonly (readonly (string | undefined)[])[]
  /** Cells with a text that the program does not show, which are left out. */
  readonly hidden: number
}

/** What the clipboard holds of a copied table: markup by most programs, text by all. */
export interface ClipboardTexts {
  readonly html: string
  readonly text: string
}
