import { directionOf, type Language } from '#shared/text/languages.ts'
import { breakLines } from './breakLines.ts'
import type { LineLook } from './Canvas.ts'
import { PageFlow, papers } from './PageFlow.ts'

/** A part of a document under its heading. */
export interface DocumentSection {
  readonly heading?: string
  /** Labels with their values, one below the other; a value keeps its line breaks. */
  readonly pairs?: readonly (readonly [label: string, value: string])[]
  readonly paragraphs?: readonly string[]
}

/** A document for people, in the direction of its language. */
export interface PaperDocument {
  readonly title: string
  /** A small line under the title, such as the site and its time. */
  readonly subtitle?: string
  readonly language: Language
  readonly sections: Iterable<DocumentSection> | AsyncIterable<DocumentSection>
}

const looks = {
  title: { size: 16, isBold: true },
  subtitle: { size: 9, gray: 0.35 },
  heading: { size: 11.5, isBold: true },
  label: { size: 9, gray: 0.35 },
  text: { size: 9.5 },
} as const satisfies Readonly<Record<string, LineLook>>

/** Height of a line, in heights of an em; Arabic needs more than Latin. */
const lineHeight = 1.55
/** The share of the width that labels take. */
const labelShare = 0.28

/** The bytes of a PDF, page by page, so that memory holds one page; the same document has the same bytes. */
export async function* pdfDocument({ title, subtitle, language, sections }: PaperDocument): AsyncGenerator<Uint8Array> {
  const flow = new PageFlow({ title, language, direction: directionOf(language) }, papers.upright)
  yield flow.file.begin()
  yield* paragraph(flow, title, looks.title)
  if (subtitle) yield* paragraph(flow, subtitle, looks.subtitle)
  for await (const { heading, pairs = [], paragraphs = [] } of sections) {
    flow.y += 10
    // A heading does not stand alone at the foot of a page.
    if (flow.room < 60) yield flow.turn()
    if (heading) {
      yield* paragraph(flow, heading, looks.heading)
      flow.canvas.rule(flow.left, flow.right, flow.y + 5)
      flow.y += 8
    }
    for (const pair of pairs) yield* pairLines(flow, pair)
    for (const text of paragraphs) {
      yield* paragraph(flow, text, looks.text)
      flow.y += 4
    }
  }
  yield* flow.end()
}

function* paragraph(flow: PageFlow, text: string, look: LineLook): Generator<Buffer> {
  const { x, side } = flow.start
  for (const line of breakLines(text.normalize('NFC'), ((flow.right - flow.left) * 1000) / look.size)) {
    if (flow.room < look.size * lineHeight) yield flow.turn()
    flow.y += look.size * lineHeight
    flow.canvas.text(line, x, flow.y, side, look)
  }
}

function* pairLines(flow: PageFlow, [label, value]: readonly [string, string]): Generator<Buffer> {
  const width = flow.right - flow.left
  const { x, side } = flow.start
  const labelWidth = width * labelShare
  const valueX = flow.isRightToLeft ? x - labelWidth : x + labelWidth
  const labels = breakLines(label.normalize('NFC'), ((labelWidth - 8) * 1000) / looks.label.size)
  const values = breakLines(value.normalize('NFC'), ((width - labelWidth) * 1000) / looks.text.size)
  for (let index = 0; index < Math.max(labels.length, values.length); index++) {
    if (flow.room < looks.text.size * lineHeight) yield flow.turn()
    flow.y += looks.text.size * lineHeight
    flow.canvas.text(labels[index] ?? '', x, flow.y, side, looks.label)
    flow.canvas.text(values[index] ?? '', valueX, flow.y, side, looks.text)
  }
  flow.y += 2
}
