/** Elements whose content is no text of the page. */
const silent = new Set(['STYLE', 'SCRIPT', 'TEMPLATE', 'TITLE', 'NOSCRIPT', 'HEAD', 'svg'])
/** Elements that stand on lines of their own. */
const blocks = new Set(
  'P DIV LI UL OL DL DT DD H1 H2 H3 H4 H5 H6 TR TABLE SECTION ARTICLE BLOCKQUOTE PRE HR ADDRESS'.split(' '),
)

/** Whether a browser shows an element, as far as its own attributes say. */
export const isShown = (element: Element): boolean =>
  !element.hasAttribute('hidden') && !/display\s*:\s*none|visibility\s*:\s*(collapse|hidden)/i.test(styleOf(element))

/** The text of an element as a browser shows it: white space in a row is one space, and only breaks break lines. */
export function textOfCell(element: Element): string {
  const text = new ShownText()
  write(element, text, isPreformatted(element, false))
  return text.end()
}

function write(node: Node, text: ShownText, isKept: boolean): void {
  for (const child of node.childNodes) {
    if (child.nodeType === Node.TEXT_NODE) text.add(child.nodeValue ?? '', isKept)
    if (!(child instanceof Element) || silent.has(child.tagName) || !isShown(child)) continue
    if (child.tagName === 'BR') text.breakLine()
    else {
      const isBlock = blocks.has(child.tagName)
      if (isBlock) text.beginBlock()
      write(child, text, isPreformatted(child, isKept))
      if (isBlock) text.beginBlock()
      // Cells of a table within a cell stand beside each other.
      if (child.tagName === 'TD' || child.tagName === 'TH') text.add(' ', false)
    }
  }
}

function isPreformatted(element: Element, isInherited: boolean): boolean {
  const [, space] = /white-space\s*:\s*([a-z-]+)/i.exec(styleOf(element)) ?? []
  if (space) return space.startsWith('pre') || space === 'break-spaces'
  return element.tagName === 'PRE' || isInherited
}

const styleOf = (element: Element): string => element.getAttribute('style') ?? ''

/** Collects shown text, with the white space at its edges still open. */
class ShownText {
  #text = ''
  #isSpaceOpen = false
  #isBreakOpen = false

  add(text: string, isKept: boolean): void {
    if (isKept) {
      if (text === '') return
      this.#open()
      this.#text += text.replace(/\r\n?/g, '\n')
      return
    }
    for (const [part, space] of text.replace(/[ \t\r\n\f]+/g, ' ').matchAll(/( )|[^ ]+/g)) {
      if (space) this.#isSpaceOpen = true
      else {
        this.#open()
        // A space that must not break a line is a space all the same, and often the only sign of an empty cell.
        this.#text += part.replaceAll('\u00a0', ' ')
      }
    }
  }

  breakLine(): void {
    this.#open()
    this.#text = `${this.#text}\n`
    this.#isSpaceOpen = false
  }

  beginBlock(): void {
    this.#isBreakOpen = this.#text !== '' && !this.#text.endsWith('\n')
    this.#isSpaceOpen = false
  }

  end(): string {
    return /^\s*$/.test(this.#text) ? '' : this.#text
  }

  #open(): void {
    if (this.#isBreakOpen) this.#text += '\n'
    else if (this.#isSpaceOpen && this.#text !== '' && !this.#text.endsWith('\n')) this.#text += ' '
    this.#isBreakOpen = false
    this.#isSpaceOpen = false
  }
}
