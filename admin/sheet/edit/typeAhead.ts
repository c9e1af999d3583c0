/** A key that ends the editing of a cell. */
export type End = 'Enter' | 'Tab' | 'Escape'

/** Keys typed on a cell before its editor could take them; none may be lost, however fast they come. */
export class TypeAhead {
  #text = ''
  #end: End | undefined
  #isOpening = false

  get isOpening(): boolean {
    return this.#isOpening
  }

  /** Keeps a letter, and opens the editor for the first one; when none opens, the letters are dropped. */
  add(letter: string, open: () => Promise<boolean>): void {
    // What follows the end of an entry that is not even open yet is lost; no hand is that fast.
    if (this.#end) return
    this.#text += letter
    if (this.#isOpening) return
    this.#isOpening = true
    open().then(
      (isOpen) => !isOpen && this.take(),
      () => this.take(),
    )
  }

  /** The entry is over before its editor is there. */
  finish(end: End): void {
    this.#end ??= end
  }

  /** Hands everything over to the editor, once. */
  take(): { text: string; end: End | undefined } {
    const taken = { text: this.#text, end: this.#end }
    this.#text = ''
    this.#end = undefined
    this.#isOpening = false
    return taken
  }
}

/** What is being typed on the sheet; there is one keyboard. */
export const typeAhead = new TypeAhead()
