/** How long the grid scrolls by itself after its width changed. */
const settlingMs = 150

/**
 * Keeps a right-to-left grid where its person reads: at the first column when it opens, and at the same columns when
 * others get wider, come or go, since the grid itself counts from the left. Returns the function that stops it.
 */
export function keepReadingStart(grid: HTMLRevoGridElement): () => void {
  let scroller: Element | null = null
  /** How far it is scrolled from the first column, in pixels. */
  let distance = 0
  let width = 0
  const room = () => (scroller ? scroller.scrollWidth - scroller.clientWidth : 0)
  /** Until when scrolling comes of another width, and is no person's. */
  let settledAt = 0
  const place = () => {
    if (scroller) scroller.scrollLeft = room() - distance
  }
  const restore = () => {
    width = room()
    settledAt = performance.now() + settlingMs
    place()
  }
  const scrolled = () => {
    if (!scroller) return
    if (performance.now() < settledAt || room() !== width) place()
    else distance = Math.max(0, width - scroller.scrollLeft)
  }
  const sizes = new ResizeObserver(restore)
  const drawn = () => {
    const next = grid.querySelector('revogr-viewport-scroll.rgCol')
    const content = next?.querySelector('.inner-content-table')
    if (next === scroller || !next || !content) return
    sizes.disconnect()
    scroller?.removeEventListener('scroll', scrolled)
    scroller = next
    scroller.addEventListener('scroll', scrolled, { passive: true })
    sizes.observe(scroller)
    sizes.observe(content)
  }
  // A column ends at its left, where it is drawn wider.
  const edges = (event: Event) => Object.assign((event as CustomEvent<object>).detail, { active: ['l'] })
  grid.addEventListener('beforeheaderrender', edges)
  grid.addEventListener('afterheaderrender', drawn)
  return () => {
    grid.removeEventListener('beforeheaderrender', edges)
    grid.removeEventListener('afterheaderrender', drawn)
    scroller?.removeEventListener('scroll', scrolled)
    sizes.disconnect()
  }
}
