import type { ColumnRegular } from '@revolist/revogrid'
import { type ReadingOrder, readingOrder } from '../readingOrder.ts'
import { CellInput } from './CellInput.ts'
import { type CellPosition, destination, type Move, moveAfter } from './moves.ts'
import { revealCell } from './revealCell.ts'

/** What the focus has to know of the grid. */
interface FocusGround {
  readonly columns: readonly ColumnRegular[]
  readonly rowCount: number
  readonly isRtl: boolean
  /** What a screen reader says of the sheet. */
  readonly label: string
}

const scrollers = 'revogr-viewport-scroll, .vertical-inner, revogr-scroll-virtual'

const attached = new WeakMap<Element, GridFocus>()

/** The focus of the grid that an element is in. */
export const gridFocusOf = (element: Element | null | undefined): GridFocus | undefined => {
  const grid = element?.closest('revo-grid')
  return grid ? attached.get(grid) : undefined
}

/** Where the focus of a grid is and how keys move it, by the names of columns in reading order. */
export class GridFocus {
  readonly input: CellInput
  readonly #spoken = document.createElement('div')
  readonly #stop = new AbortController()
  #at: CellPosition | undefined
  /** Where the focus was when it left. */
  #last: CellPosition | undefined
  #moving: Promise<unknown> = Promise.resolve()

  constructor(
    private readonly grid: HTMLRevoGridElement,
    private readonly ground: () => FocusGround,
  ) {
    attached.set(grid, this)
    this.input = new CellInput({
      open: () => this.openEditor(),
      pass: ({ key, shiftKey }) => key !== 'Escape' && this.move(moveAfter(key, shiftKey)),
      cell: () => this.#cellOnScreen(),
    })
    this.input.element.setAttribute('aria-label', ground().label)
    this.#spoken.className = 'unseen'
    this.#spoken.setAttribute('aria-live', 'polite')
    grid.after(this.input.element, this.#spoken)
    const on = <Detail>(name: string, handle: (detail: Detail, event: Event) => void) =>
      grid.addEventListener(name, (event) => handle((event as CustomEvent<Detail>).detail, event), {
        signal: this.#stop.signal,
      })
    on<{ rowIndex: number; column?: ColumnRegular }>('afterfocus', ({ rowIndex, column }, event) => {
      // The grid would give the focus to the cell, in which no composition can begin.
      event.preventDefault()
      const name = String(column?.prop)
      this.#at = { name: this.order.placeOf(name) && name, row: rowIndex }
      this.input.place()
      this.input.focus()
      this.#speak()
    })
    on('beforefocuslost', () => this.#forget())
    on<unknown>('mousedown', (_, { target }) => {
      if (target instanceof Element && isCell(target)) queueMicrotask(() => this.input.focus())
    })
    on<unknown>('focusin', (_, { target }) => {
      // A click on a scroll bar is no wish to come in.
      if (target instanceof Element && target.matches(`revo-grid, ${scrollers}`) && target.matches(':focus-visible'))
        void this.enter()
    })
    // While the focus is on its way out, what Tab comes to is not to catch it again.
    this.input.element.addEventListener('blur', () => this.#letIn(true))
  }

  get order(): ReadingOrder {
    const { columns, isRtl } = this.ground()
    return readingOrder(columns, isRtl)
  }

  /** The focused cell. */
  get at(): CellPosition | undefined {
    return this.#at
  }

  /** What Tab comes to in the grid: it itself, the part that scrolls, and what a browser makes reachable since it scrolls. */
  get #entrances(): readonly Element[] {
    return [this.grid, ...this.grid.querySelectorAll(scrollers)]
  }

  #letIn(isOpen: boolean): void {
    for (const entrance of this.#entrances) {
      if (!isOpen) entrance.setAttribute('tabindex', '-1')
      else if (entrance === this.grid || entrance.getAttribute('role') === 'rowgroup')
        entrance.setAttribute('tabindex', '0')
      else entrance.removeAttribute('tabindex')
    }
  }

  /** Whether keys pressed on an element are for the focused cell. */
  hears(target: Element | undefined): boolean {
    if (target === this.input.element) return true
    if (this.#at === undefined || !target) return false
    return target === document.body || (this.grid.contains(target) && isCell(target))
  }

  /** Focuses the cell where the focus was before, else the first one. */
  async enter(): Promise<void> {
    const { rowCount } = this.ground()
    if (rowCount === 0) return
    const { name = this.order.names[0], row } = this.#at ?? this.#last ?? { row: 0 }
    this.input.focus()
    await this.#focus({ name, row: Math.min(row, rowCount - 1) })
  }

  /** Focuses a cell, wherever it is in the list. */
  async goTo(to: CellPosition): Promise<void> {
    this.input.focus()
    this.#at = to
    // A key that follows at once is for that cell.
    this.#moving = this.#moving.then(() => this.#focus(to)).catch(() => {})
    await this.#moving
  }

  /** Gives the focus up, so that Tab leads out of the sheet. */
  async leave(): Promise<void> {
    this.#letIn(false)
    await this.grid.clearFocus()
  }

  /** Moves, or lets the range grow; false when the key leads out of the sheet. */
  move(move: Move): boolean {
    const from = this.#at ?? this.#last
    if (!from) return false
    if (!this.#at) {
      void this.enter()
      return true
    }
    const to = move.extends ? from : destination(move, from, this.#moveGround())
    if (!to) return false
    if (!move.extends) this.#at = to
    this.#moving = this.#moving.then(() => (move.extends ? this.#extend(move) : this.#focus(to))).catch(() => {})
    return true
  }

  /** Opens the editor of the focused cell, once the moves before are done; returns whether the cell may be changed. */
  async openEditor(): Promise<boolean> {
    await this.#moving
    // The grid would give the next cell the editor that is still open.
    for (let frame = 0; frame < 20 && this.grid.querySelector('revogr-edit'); frame++) await nextFrame()
    const focused = await this.grid.getFocused()
    if (!focused?.cell || !focused.column || focused.column.readonly) return false
    await this.#reveal({ name: String(focused.column.prop), row: focused.cell.y })
    await this.grid.setCellEdit(focused.cell.y, focused.column.prop)
    return true
  }

  /** Ends an edit: the cell that a move leads to is focused, and what was typed meanwhile begins there. */
  async endEdit(move: Move | undefined, close: () => void): Promise<void> {
    const from = this.#at
    this.input.hold()
    if (!move || !this.move(move) || (this.#at?.row === from?.row && this.#at?.name === from?.name)) close()
    await this.#moving
    this.input.resume()
  }

  remove(): void {
    this.#stop.abort()
    this.input.element.remove()
    this.#spoken.remove()
    attached.delete(this.grid)
  }

  #forget(): void {
    this.#last = this.#at ?? this.#last
    this.#at = undefined
  }

  #moveGround() {
    const { rowCount, isRtl } = this.ground()
    const height = this.grid.querySelector('revogr-viewport-scroll.rgCol .vertical-inner')?.clientHeight ?? 0
    return { order: this.order, rowCount, isRtl, pageRows: Math.max(1, Math.floor(height / this.grid.rowSize) - 1) }
  }

  async #focus(to: CellPosition): Promise<void> {
    const place = to.name === undefined ? undefined : this.order.placeOf(to.name)
    if (!place) return
    await this.#reveal(to)
    const cell = { x: place.x, y: to.row }
    await this.grid.setCellsFocus(cell, cell, place.colType)
  }

  /** The corner of the range that is not the focused cell moves; a range stays within its part of the grid. */
  async #extend(move: Move): Promise<void> {
    const { order } = this
    const focused = await this.grid.getFocused()
    const range = await this.grid.getSelectedRange()
    if (!focused?.cell || !range) return
    const { x, y } = focused.cell
    const corner = { x: range.x === x ? range.x1 : range.x, row: range.y === y ? range.y1 : range.y }
    const to = destination(move, { name: order.nameAt(corner.x, focused.colType), row: corner.row }, this.#moveGround())
    const place = to?.name === undefined ? undefined : order.placeOf(to.name)
    if (!to || place?.colType !== focused.colType) return
    await this.#reveal(to)
    await this.grid.setCellsFocus({ x, y }, { x: place.x, y: to.row }, focused.colType)
  }

  #reveal({ name, row }: CellPosition): Promise<void> {
    return revealCell(this.grid, this.ground().columns, name === undefined ? undefined : this.order.placeOf(name), row)
  }

  #cellOnScreen(): DOMRect | undefined {
    return this.grid.querySelector('revogr-focus.focused-cell')?.getBoundingClientRect()
  }

  /** A screen reader says the column and what its cell shows, since the focus stays in the input. */
  #speak(): void {
    const { columns } = this.ground()
    const { name, row } = this.#at ?? {}
    const place = name === undefined ? undefined : this.order.placeOf(name)
    const label = columns.find(({ prop }) => prop === name)?.name ?? ''
    const cell = this.grid.querySelector(
      `revogr-viewport-scroll.${place?.colType} [data-rgrow="${row}"] [data-rgcol="${place?.x}"]`,
    )
    this.#spoken.textContent = `${label}: ${cell?.textContent ?? ''}`
  }
}

const nextFrame = () => new Promise((resolve) => requestAnimationFrame(resolve))

/** Whether an element is of a cell, and no field or button within it. */
const isCell = (element: Element): boolean =>
  element.closest('revogr-overlay-selection, revogr-viewport-scroll') !== null &&
  element.closest('revogr-edit, input, button, revogr-header') === null
