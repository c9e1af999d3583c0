import type { ColumnDataSchemaModel, EditCell, EditorBase, EditorCtr, HyperFunc, VNode } from '@revolist/revogrid'
import type { SheetRow } from '../columns.ts'
import { typeAhead } from './typeAhead.ts'

/** One thing to choose in a cell. */
export interface EditorChoice {
  readonly value: string
  readonly label: string
}

/** How a cell is edited: as text, or by choosing; `write` shows the stored value, the sheet reads what is entered. */
export interface EditorState {
  readonly type: 'text' | 'date' | 'datetime-local' | 'choose'
  readonly label: string
  readonly direction?: 'ltr'
  readonly write: (value: unknown, row: SheetRow) => string
  /** Choices for what was typed; sorted as they should stand. */
  readonly find?: (typed: string) => Promise<readonly EditorChoice[]>
}

type Save = (value?: unknown, preventFocus?: boolean) => void

let lists = 0

/** Makes the grid's editor for a way of editing. Enter and Tab save, Escape leaves; an input method is not cut short. */
export function editorOf(editing: EditorState): EditorCtr {
  return class implements EditorBase {
    element: Element | null = null
    editCell?: EditCell
    readonly #save: Save
    readonly #close: () => void
    readonly #row: SheetRow
    readonly #stored: unknown
    #input: HTMLInputElement | undefined
    #list: ChoiceList | undefined
    #isSet = false

    constructor(column: ColumnDataSchemaModel, save: Save, close: () => void) {
      this.#save = save
      this.#close = close
      this.#row = column.model as SheetRow
      this.#stored = column.value
    }

    componentDidRender() {
      const input = this.#input
      if (!input || this.#isSet) return
      this.#isSet = true
      const { text: typed, end } = typeAhead.take()
      const isTyped = typed !== '' && !editing.type.startsWith('date')
      // Letters typed on the cell replace what it holds; Enter and F2 open it as it is.
      input.value = isTyped ? typed : editing.write(this.#stored, this.#row)
      if (editing.find) this.#list = new ChoiceList(input, editing.find, (value) => this.#save(value))
      input.focus({ preventScroll: true })
      if (!isTyped && input.type === 'text') input.select()
      const searched = this.#list?.search(isTyped ? typed : '')
      if (end === 'Escape') setTimeout(() => this.#close())
      else if (end) void (searched ?? Promise.resolve()).then(() => this.#end(end))
    }

    beforeDisconnect() {
      this.#input?.blur()
    }

    disconnectedCallback() {
      this.#list?.remove()
    }

    getValue() {
      return this.#list?.chosen ?? this.#input?.value
    }

    #keyDown(event: KeyboardEvent) {
      if (event.isComposing) return
      if (this.#list?.keyDown(event)) return
      if (event.key === 'Enter' || event.key === 'Tab') this.#end(event.key)
    }

    #end(key: 'Enter' | 'Tab') {
      const value = this.getValue()
      this.beforeDisconnect()
      this.#save(value, key === 'Tab')
    }

    render(h: HyperFunc<VNode>) {
      return h('input', {
        type: editing.type === 'choose' ? 'text' : editing.type,
        'aria-label': editing.label,
        dir: editing.direction ?? 'auto',
        autocomplete: 'off',
        enterKeyHint: 'enter',
        ref: (el: HTMLInputElement) => {
          this.#input = el
        },
        onInput: () => this.#list?.search(this.#input?.value ?? ''),
        onKeyDown: (event: KeyboardEvent) => this.#keyDown(event),
      })
    }
  }
}

/** The choices below a cell being edited: a listbox that the input controls. */
class ChoiceList {
  chosen: string | undefined
  readonly #box = document.createElement('ul')
  #choices: readonly EditorChoice[] = []
  #at = -1
  #asked = 0

  constructor(
    private readonly input: HTMLInputElement,
    private readonly find: (typed: string) => Promise<readonly EditorChoice[]>,
    private readonly choose: (value: string) => void,
  ) {
    lists += 1
    this.#box.id = `choices-${lists}`
    this.#box.className = 'sheet-choices'
    this.#box.setAttribute('role', 'listbox')
    this.#box.setAttribute('aria-label', input.getAttribute('aria-label') ?? '')
    input.setAttribute('role', 'combobox')
    input.setAttribute('aria-controls', this.#box.id)
    input.setAttribute('aria-expanded', 'true')
    input.setAttribute('aria-autocomplete', 'list')
    document.body.append(this.#box)
    const place = input.getBoundingClientRect()
    Object.assign(this.#box.style, {
      top: `${place.bottom + 2}px`,
      left: `${place.left}px`,
      minWidth: `${place.width}px`,
    })
    if (place.bottom > window.innerHeight - 240)
      Object.assign(this.#box.style, { top: '', bottom: `${window.innerHeight - place.top + 2}px` })
  }

  async search(typed: string) {
    this.#asked += 1
    const asked = this.#asked
    this.chosen = undefined
    const found = await this.find(typed.trim()).catch(() => [])
    if (asked !== this.#asked) return
    this.#choices = found
    this.#point(typed === '' ? -1 : 0)
  }

  /** Moves in the list; answers whether the key was used up. */
  keyDown(event: KeyboardEvent): boolean {
    if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return false
    event.preventDefault()
    event.stopPropagation()
    const step = event.key === 'ArrowDown' ? 1 : -1
    this.#point((this.#at + step + this.#choices.length) % Math.max(1, this.#choices.length))
    return true
  }

  #point(active: number) {
    this.#at = active
    this.chosen = this.#choices[active]?.value
    this.#box.replaceChildren(
      ...this.#choices.map(({ value, label }, index) => {
        const line = document.createElement('li')
        line.id = `${this.#box.id}-${index}`
        line.role = 'option'
        line.dir = 'auto'
        line.textContent = label
        line.ariaSelected = String(index === active)
        line.onmousedown = (event) => {
          event.preventDefault()
          this.choose(value)
        }
        return line
      }),
    )
    const option = this.#box.children[active]
    option?.scrollIntoView({ block: 'nearest' })
    this.input.setAttribute('aria-activedescendant', option?.id ?? '')
  }

  remove() {
    this.#box.remove()
  }
}
