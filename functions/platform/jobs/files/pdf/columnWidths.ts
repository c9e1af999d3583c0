import { widestWord, widthOf } from './breakLines.ts'

/** The widest that a column asks for, and the least it gets before words are broken, in points. */
const widest = 230
const leastWord = 96

/**
 * The widths of columns in points, by their head and the first rows: together as wide as the page. A column gets what its
 * longest word needs, and of the rest the more, the longer its texts are.
 */
export function columnWidths(
  rows: readonly (readonly string[])[],
  columns: number,
  { size, padding, width }: { readonly size: number; readonly padding: number; readonly width: number },
): number[] {
  const points = (thousandths: number) => (thousandths * size) / 1000 + 2 * padding
  const wished: number[] = []
  const needed: number[] = []
  for (let column = 0; column < columns; column++) {
    const texts = [...new Set(rows.map((cells) => cells[column] ?? ''))]
    const most = (measure: (text: string) => number) =>
      points(texts.reduce((sum, text) => Math.max(sum, measure(text)), 0))
    const wish = Math.min(widest, most(widthOf) + 1)
    wished.push(wish)
    needed.push(Math.min(wish, leastWord, most(widestWord) + 1))
  }
  const sum = (widths: readonly number[]) => widths.reduce((total, each) => total + each, 0)
  const [wish, need] = [sum(wished), sum(needed)]
  if (need >= width) return needed.map((each) => (each * width) / need)
  if (wish <= width) return wished.map((each) => (each * width) / wish)
  return needed.map((each, index) => each + ((width - need) * ((wished[index] ?? 0) - each)) / (wish - need))
}
