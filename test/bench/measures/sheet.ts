import { atMost, type Figure, Figures } from '#test/bench/figures.ts'
import { pageCost } from '#test/bench/sheet/pageCost.ts'
import { scrollByBar, scrollByWheel } from '#test/bench/sheet/scroll.ts'
import { buildSheet } from '#test/bench/sheet/sheetPage.ts'
import { openBrowser } from '#test/support/browser.ts'

const smooth = atMost(33.4, '≤ 33 ms, two frames of 60 a second, in 95 of 100')

/** How a sheet of so many rows scrolls in a browser without a screen, and what a page of it costs to take in. */
export async function measureSheet(rows: number): Promise<readonly Figure[]> {
  const figures = new Figures(rows)
  const sheet = await buildSheet()
  const browser = await openBrowser()
  try {
    const page = await sheet.open(browser, rows, 'en')
    for (const [what, scroll] of [
      ['a frame, turning the wheel', scrollByWheel],
      ['a frame, dragging the scroll bar', scrollByBar],
    ] as const) {
      const { p50, p95, longest, busy, count } = await scroll(page)
      const shown = `${p50} ms, p95 ${p95} ms, longest ${longest} ms; ${busy} ms of work in each of ${count}`
      figures.add(what, shown, p95, smooth)
    }
  } finally {
    await browser.close()
    sheet.remove()
  }
  const cost = await pageCost(rows)
  figures.add('taking in a page of 200 rows', `${cost.toFixed(3)} ms`, cost)
  return figures.list
}
