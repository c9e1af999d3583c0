import type { ColumnDataSchemaModel, EditCell, EditorBase, EditorCtr, HyperFunc, VNode } from '@revolist/revogrid'
import type { SheetRow } from '../rows.ts'
import { typeAhead } from './typeAhead.ts'

/** One choice of a cell's editor. */
export interface EditorChoice {
  readonly value: string
  readonly label: string
}

/** The choices whose labels contain what was typed, in any case. */
export function choicesByLabel(choices: readonly EditorChoice[], typed: string): EditorChoice[] {
  const text = typed.toLocaleLowerCase()
  return choices.filter(({ label }) => label.toLocaleLowerCase().includes(text))
}

/** How a cell is edited: as text, or by choosing from a list; `write` turns the stored value into text. */
export interface EditorState {
  readonly type: 'text' | 'date' | 'datetime-local' | 'choose'
  readonly label: string
  readonly direction?: 'ltr'
  readonly write: (value: unknown, row: SheetRow) => string
  /** The choices for what was typed, in the order of the list. */
  readonly find?: (typed: string) => Promise<readonly EditorChoice[]>
}

type Save = (value?: unknown, preventFocus?: boolean) => void

let lists = 0

/** The grid's editor of a cell. Enter and Tab save, Escape leaves; the keys of an input method belong to it. */
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

/** The choices below the cell that is edited: a listbox that the input controls. */
class ChoiceList {
  chosen: string | undefined
  readonly #box = document.createElement('ul')
  #choices: readonly EditorChoice[] = []
  #active = -1
  #requests = 0

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
    const rect = input.getBoundingClientRect()
    Object.assign(this.#box.style, {
      top: `${rect.bottom + 2}px`,
      left: `${rect.left}px`,
      minWidth: `${rect.width}px`,
    })
    if (rect.bottom > window.innerHeight - 240)
      Object.assign(this.#box.style, { top: '', bottom: `${window.innerHeight - rect.top + 2}px` })
  }

  async search(typed: string) {
    this.#requests += 1
    const request = this.#requests
    this.chosen = undefined
    const choices = await this.find(typed.trim()).catch(() => [])
    if (request !== this.#requests) return
    this.#choices = choices
    this.#point(typed === '' ? -1 : 0)
  }

  /** Moves in the list; returns whether it used the key. */
  keyDown(event: KeyboardEvent): boolean {
    if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return false
    event.preventDefault()
    event.stopPropagation()
    const step = event.key === 'ArrowDown' ? 1 : -1
    this.#point((this.#active + step + this.#choices.length) % Math.max(1, this.#choices.length))
    return true
  }

  #point(active: number) {
    this.#active = active
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
