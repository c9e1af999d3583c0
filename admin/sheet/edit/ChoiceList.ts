import type { EditorChoice } from './editorChoices.ts'

let lists = 0

/** The choices below the cell that is edited: a listbox that the input controls. */
export class ChoiceList {
  chosen: string | undefined
  /** Resolves when the choices for what was typed last are there. */
  settled: Promise<void> = Promise.resolve()
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
    // Beside the grid, and so within the page's main part.
    const grid = input.closest('revo-grid')
    ;(grid?.parentElement ?? document.body).append(this.#box)
    this.#place(input.getBoundingClientRect(), getComputedStyle(grid ?? input).direction === 'rtl')
  }

  contains(element: Element): boolean {
    return this.#box.contains(element)
  }

  search(typed: string): void {
    this.settled = this.#search(typed)
  }

  /** Stands below the cell, or above it near the lower edge, and begins where the cell is begun to be read. */
  #place({ top, bottom, left, right, width }: DOMRect, isRtl: boolean) {
    const isLow = bottom > window.innerHeight - 240
    const px = (length: number) => `${Math.max(0, length)}px`
    Object.assign(this.#box.style, {
      minWidth: px(width),
      maxWidth: px(isRtl ? right : window.innerWidth - left),
      ...(isLow ? { bottom: px(window.innerHeight - top + 2) } : { top: px(bottom + 2) }),
      ...(isRtl ? { right: px(window.innerWidth - right) } : { left: px(left) }),
    })
  }

  async #search(typed: string) {
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
