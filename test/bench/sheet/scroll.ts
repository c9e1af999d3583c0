import type { Page } from 'playwright-core'

/** The frames of a stretch of scrolling, in milliseconds. */
interface ScrollFrames {
  readonly count: number
  readonly p50: number
  readonly p95: number
  readonly longest: number
  /** What the page's own thread worked in each, on average. */
  readonly busy: number
}

/** Notes when each frame begins; a text, since a compiler may add calls of its own to functions. */
const recordFrames = `(() => {
  window.frameTimes = []
  const times = window.frameTimes
  const next = (now) => {
    if (window.frameTimes !== times) return
    times.push(now)
    requestAnimationFrame(next)
  }
  requestAnimationFrame(next)
})()`

/** The times between the frames that the browser drew while something was done. */
async function framesOf(page: Page, act: () => Promise<void>): Promise<ScrollFrames> {
  const devtools = await page.context().newCDPSession(page)
  await devtools.send('Performance.enable')
  const worked = async () => {
    const { metrics } = await devtools.send('Performance.getMetrics')
    return 1000 * (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? 0)
  }
  const before = await worked()
  await page.evaluate(recordFrames)
  await act()
  const after = await worked()
  const at: number[] = await page.evaluate(() => {
    const times = Reflect.get(window, 'frameTimes')
    Reflect.set(window, 'frameTimes', undefined)
    return times
  })
  const times = at.slice(1).map((time, index) => time - (at[index] ?? time))
  const sorted = times.toSorted((a, b) => a - b)
  const part = (share: number) => Math.round((sorted[Math.floor(sorted.length * share)] ?? 0) * 10) / 10
  const busy = Math.round((10 * (after - before)) / times.length) / 10
  return { count: times.length, p50: part(0.5), p95: part(0.95), longest: Math.round(sorted.at(-1) ?? 0), busy }
}

/** Turns the wheel over the rows, now slowly and now fast. */
export const scrollByWheel = (page: Page, turns = 300): Promise<ScrollFrames> =>
  framesOf(page, async () => {
    await page.mouse.move(700, 500)
    for (let turn = 0; turn < turns; turn++) {
      await page.mouse.wheel(0, turn % 60 < 40 ? 240 : 2400)
      await page.waitForTimeout(12)
    }
  })

/** Sets the scroll bar from the first row to the last and back, as a drag does that rests now and then. */
export const scrollByBar = (page: Page, steps = 300): Promise<ScrollFrames> =>
  framesOf(page, async () => {
    const bar = page.locator('revogr-scroll-virtual.vertical')
    for (let step = 0; step <= steps; step++) {
      const share = 1 - Math.abs(1 - (2 * step) / steps)
      await bar.evaluate((element, part) => element.scrollTo(0, part * element.scrollHeight), share)
      await page.waitForTimeout(step % 30 === 29 ? 200 : 12)
    }
  })

/** The number of the first row on the screen, counted from 0. */
export const firstRowShown = (page: Page): Promise<number> =>
  page.evaluate(() => {
    const rows = [...document.querySelectorAll('.sheet-grid revogr-viewport-scroll.rgCol .rgRow')]
    const top = document.querySelector('revogr-viewport-scroll.rgCol .vertical-inner')?.getBoundingClientRect().top ?? 0
    const places = rows
      .filter((row) => row.getBoundingClientRect().bottom > top + 1)
      .map((row) => Number(row.getAttribute('data-rgrow')))
    return Math.min(...places)
  })
