import type { ColumnDataSchemaModel, EditCell, EditorBase, EditorCtr, HyperFunc, VNode } from '@revolist/revogrid'
import type { SheetRow } from '../rows.ts'
import type { EntryEnd, TypedEntry } from './CellInput.ts'
import { ChoiceList } from './ChoiceList.ts'
import type { EditorChoice } from './editorChoices.ts'
import { gridFocusOf } from './GridFocus.ts'
import { moveAfter } from './moves.ts'

/** A calendar or clock of the browser beside the text of a cell. */
interface Picker {
  readonly type: 'date' | 'datetime-local'
  readonly label: string
  /** What it shows at first. */
  readonly start: (value: unknown, row: SheetRow) => string
  /** What was picked, as text. */
  readonly write: (picked: string) => string
}

/** How a cell is edited: as text, or by choosing from a list; `write` turns the stored value into text. */
export interface EditorState {
  readonly label: string
  readonly direction?: 'ltr'
  readonly write: (value: unknown, row: SheetRow) => string
  /** The choices for what was typed, in the order of the list. */
  readonly find?: (typed: string) => Promise<readonly EditorChoice[]>
  readonly picker?: Picker
}

type Save = (value?: unknown, preventFocus?: boolean) => void

/** The grid's editor of a cell. Enter and Tab save, Escape leaves; the keys of an input method belong to it. */
export function editorOf(editing: EditorState): EditorCtr {
  return class implements EditorBase {
    element: Element | null = null
    editCell?: EditCell
    readonly #save: Save
    readonly #close: () => void
    readonly #row: SheetRow
    readonly #stored: unknown
    readonly #stop = new AbortController()
    #input: HTMLInputElement | undefined
    #pickerInput: HTMLInputElement | undefined
    #list: ChoiceList | undefined
    #isOpen = false
    #isOver = false
    /** The text that the editor opened with, which is not saved again. */
    #unchanged: string | undefined

    constructor(column: ColumnDataSchemaModel, save: Save, close: () => void) {
      this.#save = save
      this.#close = close
      this.#row = column.model as SheetRow
      this.#stored = column.value
    }

    get #focus() {
      return gridFocusOf(this.#input)
    }

    componentDidRender() {
      const input = this.#input
      if (!input || this.#isOpen) return
      this.#isOpen = true
      const cellInput = this.#focus?.input
      if (cellInput) cellInput.handOver((entry) => this.#begin(input, entry))
      else this.#begin(input, { text: '', end: undefined })
    }

    #begin(input: HTMLInputElement, { text, end, isMore }: TypedEntry) {
      // Letters typed on the cell replace what it holds; Enter and F2 open it as it is.
      const written = editing.write(this.#stored, this.#row)
      input.value = isMore ? `${written}${text}` : text || written
      if (text === '') this.#unchanged = input.value
      if (editing.find) this.#list = new ChoiceList(input, editing.find, (value) => this.#choose(value))
      this.#list?.search(text)
      if (end) {
        this.#end(end)
        return
      }
      input.focus({ preventScroll: true })
      // A name to choose is replaced by what is looked for; a text is gone on with.
      if (text === '' && this.#list) input.select()
      else input.setSelectionRange(input.value.length, input.value.length)
      document.addEventListener('pointerdown', (event) => this.#pressed(event), {
        capture: true,
        signal: this.#stop.signal,
      })
    }

    disconnectedCallback() {
      this.#stop.abort()
      this.#list?.remove()
    }

    getValue() {
      return this.#list?.chosen ?? this.#input?.value
    }

    #keyDown(event: KeyboardEvent) {
      if (event.isComposing || event.keyCode === 229) return
      if (this.#list?.keyDown(event)) return
      const { key, altKey } = event
      if (editing.picker && ((altKey && key === 'ArrowDown') || key === 'F4')) this.#pick()
      else if (key === 'Enter' || key === 'Tab' || key === 'Escape') this.#end({ key, shiftKey: event.shiftKey })
      else return
      event.preventDefault()
      event.stopPropagation()
    }

    /** Saves what was changed and goes on; Escape keeps the old value. Letters typed from here on are for the next cell. */
    async #end({ key, shiftKey }: EntryEnd) {
      if (this.#isOver) return
      this.#isOver = true
      const focus = this.#focus
      focus?.input.hold()
      if (key !== 'Escape') {
        await this.#list?.settled
        this.#saveChange()
      }
      await focus?.endEdit(key === 'Escape' ? undefined : moveAfter(key, shiftKey), () => this.#close())
    }

    #choose(value: string) {
      this.#isOver = true
      this.#save(value, true)
      void this.#focus?.endEdit(moveAfter('Enter', false), () => this.#close())
    }

    /** A click elsewhere saves, as in a spreadsheet. */
    #pressed({ target }: PointerEvent) {
      if (this.#isOver || !(target instanceof Element)) return
      if (target.closest('revogr-edit') || this.#list?.contains(target)) return
      this.#isOver = true
      this.#saveChange()
    }

    #saveChange() {
      const value = this.getValue()
      if (value !== this.#unchanged) this.#save(value, true)
    }

    #pick() {
      this.#pickerInput?.focus()
      this.#pickerInput?.showPicker()
    }

    #picked() {
      const { picker } = editing
      if (!picker || !this.#input || !this.#pickerInput?.value) return
      this.#input.value = picker.write(this.#pickerInput.value)
    }

    render(h: HyperFunc<VNode>) {
      const { picker, label, direction = 'auto' } = editing
      // It stands among the rows of the grid, and so as a row of one cell.
      const inCell = (content: unknown[]) =>
        h('div', { role: 'row' }, [h('div', { class: 'sheet-editor', role: 'gridcell' }, content as VNode[])])
      return inCell([
        h('input', {
          type: 'text',
          'aria-label': label,
          dir: direction,
          autocomplete: 'off',
          enterKeyHint: 'enter',
          ref: (el: HTMLInputElement) => {
            this.#input = el
          },
          onInput: () => this.#list?.search(this.#input?.value ?? ''),
          onKeyDown: (event: KeyboardEvent) => this.#keyDown(event),
        }),
        picker &&
          h('button', { type: 'button', tabindex: '-1', 'aria-label': picker.label, onClick: () => this.#pick() }),
        picker &&
          h('input', {
            type: picker.type,
            class: 'picker',
            tabindex: '-1',
            'aria-label': picker.label,
            value: picker.start(this.#stored, this.#row),
            ref: (el: HTMLInputElement) => {
              this.#pickerInput = el
            },
            onChange: () => this.#picked(),
            onKeyDown: (event: KeyboardEvent) => {
              if (event.key === 'Escape') this.#input?.focus()
              else if (event.key === 'Enter' || event.key === 'Tab')
                this.#end({ key: event.key, shiftKey: event.shiftKey })
              else return
              event.preventDefault()
              event.stopPropagation()
            },
          }),
      ])
    }
  }
}
