/** A key that ended an entry before its editor was open. */
export interface EntryEnd {
  readonly key: 'Enter' | 'Tab' | 'Escape'
  readonly shiftKey: boolean
}

/** What was typed on a cell, and the key that ended it. */
export interface TypedEntry {
  readonly text: string
  readonly end: EntryEnd | undefined
  /** It goes on behind what the cell holds, and does not take its place. */
  readonly isMore?: boolean
}

/** What a cell input needs from the sheet around it. */
interface InputHost {
  /** Opens the editor of the focused cell; returns whether that cell may be changed. */
  readonly open: () => Promise<boolean>
  /** Moves by a key that ended an entry of which nothing is to be saved. */
  readonly pass: (end: EntryEnd) => void
  /** The focused cell on the screen. */
  readonly cell: () => DOMRect | undefined
}

/**
 * The text field that has the focus while a cell is focused, so that whatever is typed begins in it: letters, dead keys,
 * the composition of an input method. It is seen only while a composition is under way, and hands its text to the editor.
 */
export class CellInput {
  readonly element = document.createElement('input')
  #isComposing = false
  /** Entries that were ended before their editor was open; what is typed after each belongs to the next cell. */
  readonly #ended: TypedEntry[] = []
  /** The editor was asked for before anything was typed. */
  #isMore = false
  #receive: ((entry: TypedEntry) => void) | undefined

  constructor(private readonly host: InputHost) {
    const input = this.element
    input.className = 'sheet-input'
    input.type = 'text'
    input.dir = 'auto'
    input.tabIndex = -1
    input.autocomplete = 'off'
    input.spellcheck = false
    // The keyboard of a tablet comes with the editor, not with every cell that is touched.
    if (matchMedia('(pointer: coarse)').matches) input.inputMode = 'none'
    input.addEventListener('beforeinput', (event) => {
      // A paste or a drop is for the sheet; only typing begins an entry.
      if (/^(insertFrom(Paste|Drop)|history)/.test(event.inputType)) event.preventDefault()
    })
    input.addEventListener('input', () => this.#typed())
    input.addEventListener('compositionstart', () => {
      this.#isComposing = true
      this.place()
      input.classList.add('is-composing')
    })
    input.addEventListener('compositionend', () => {
      this.#isComposing = false
      const receive = this.#receive
      this.#receive = undefined
      if (receive) this.handOver(receive)
      else if (input.value === '') input.classList.remove('is-composing')
      else this.#typed()
    })
    input.addEventListener('blur', () => !this.isOpening && this.#clear())
  }

  /** Whether an entry waits for its editor. */
  get isOpening(): boolean {
    return this.element.ariaBusy === 'true'
  }

  /** Takes the focus, without moving the page. */
  focus(): void {
    if (document.activeElement !== this.element) this.element.focus({ preventScroll: true })
  }

  /** Lies over the focused cell, where the list of an input method appears, and never outside the sheet. */
  place(): void {
    const frame = this.element.parentElement?.getBoundingClientRect()
    const cell = this.host.cell()
    if (!frame || !cell) return
    const within = (value: number, most: number) => Math.max(0, Math.min(value, Math.max(0, most)))
    const width = Math.min(cell.width, frame.width)
    Object.assign(this.element.style, {
      left: `${within(cell.left - frame.left, frame.width - width)}px`,
      top: `${within(cell.top - frame.top, frame.height - cell.height)}px`,
      width: `${width}px`,
      height: `${cell.height}px`,
    })
  }

  /** Opens the editor of the cell as it is; what is typed until then goes on behind its text. */
  async edit(): Promise<boolean> {
    this.hold()
    this.#isMore = true
    const isOpen = await this.host.open()
    if (!isOpen) this.#skip()
    return isOpen
  }

  /** Ends an entry whose editor is not open yet. */
  finish(end: EntryEnd): void {
    this.#ended.push({ text: this.element.value, end })
    this.element.value = ''
  }

  /** Keeps what is typed from here on, until `resume`: an editor is being closed. */
  hold(): void {
    this.element.ariaBusy = 'true'
    this.focus()
  }

  /** Hands what was typed to the editor that has opened, after the composition that is under way. */
  handOver(receive: (entry: TypedEntry) => void): void {
    if (this.#isComposing) {
      this.#receive = receive
      return
    }
    const entry = { ...(this.#ended.shift() ?? { text: this.element.value, end: undefined }), isMore: this.#isMore }
    this.#isMore = false
    if (!entry.end) {
      this.element.value = ''
      this.element.ariaBusy = null
    }
    this.element.classList.remove('is-composing')
    receive(entry)
  }

  /** Goes on with what was typed for the next cells while the one before was being saved. */
  resume(): void {
    this.element.ariaBusy = null
    for (let next = this.#ended[0]; next?.end && next.text === ''; next = this.#ended[0]) {
      this.#ended.shift()
      this.host.pass(next.end)
    }
    if (this.#isComposing) return
    if (this.#ended.length > 0) this.#open()
    else this.#typed()
  }

  #typed(): void {
    if (!this.#isComposing && !this.isOpening && this.element.value !== '') this.#open()
  }

  #open(): void {
    this.element.ariaBusy = 'true'
    this.host.open().then(
      (isOpen) => !isOpen && this.#skip(),
      () => this.#clear(),
    )
  }

  /** Drops what was typed on a cell that nobody may change, and goes on with what was typed for the next one. */
  #skip(): void {
    const end = this.#ended.shift()?.end
    if (!end) this.#clear()
    else {
      this.host.pass(end)
      this.resume()
    }
  }

  #clear(): void {
    this.#isMore = false
    this.element.ariaBusy = null
    this.#ended.splice(0)
    this.element.value = ''
    this.element.classList.remove('is-composing')
  }
}
