/** A key that ends the editing of a cell. */
type End = 'Enter' | 'Tab' | 'Escape'

/** Keeps the keys typed on a cell until its editor is open, so that none is missed. */
export class TypeAhead {
  #text = ''
  #end: End | undefined
  #isOpening = false

  get isOpening(): boolean {
    return this.#isOpening
  }

  /** Keeps a letter, and opens the editor for the first one; without an editor the letters are dropped. */
  add(letter: string, open: () => Promise<boolean>): void {
    // Letters after Enter are dropped while the editor is not open yet: nobody types that fast.
    if (this.#end) return
    this.#text += letter
    if (this.#isOpening) return
    this.#isOpening = true
    open().then(
      (isOpen) => !isOpen && this.take(),
      () => this.take(),
    )
  }

  /** Ends the entry before its editor is open. */
  finish(end: End): void {
    this.#end ??= end
  }

  /** Hands all kept keys to the editor and starts again. */
  take(): { text: string; end: End | undefined } {
    const keys = { text: this.#text, end: this.#end }
    this.#text = ''
    this.#end = undefined
    this.#isOpening = false
    return keys
  }
}

/** The keys typed on the sheet; one for the page, as there is one keyboard. */
export const typeAhead = new TypeAhead()
