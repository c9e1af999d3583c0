import type { AskedCheck } from './sessionEnd.ts'

/** How long after an act of the person a read counts as asked for, in milliseconds. */
const actMs = 2_000
/** Reads that are remembered. */
const most = 300

/** An address without its days and instants, which differ each time that a page reads again. */
const withoutTimes = (url: string): string => decodeURIComponent(url).replace(/\d{4}-\d\d-\d\d(T[\d:.]+Z?)?/g, '')

/**
 * Tells what a person asked for from what a page reads again by itself, such as the count on the bell. A write is asked
 * for, and a read that is new; a repeated one only just after a press of a button, of Enter, or in a search box.
 */
export function askedByPerson(page: Pick<Document, 'addEventListener'>, now: () => number = Date.now): AskedCheck {
  const known = new Set<string>()
  let actedAt = Number.NEGATIVE_INFINITY
  const acted = () => {
    actedAt = now()
  }
  page.addEventListener('pointerdown', acted, { capture: true })
  page.addEventListener(
    'keydown',
    (event) => {
      const isSearch = event.target instanceof HTMLInputElement && event.target.type === 'search'
      if (event.key === 'Enter' || isSearch) acted()
    },
    { capture: true },
  )
  return (url, { method = 'GET' }) => {
    if (method !== 'GET') return true
    const address = withoutTimes(url)
    const isNew = !known.delete(address)
    known.add(address)
    const [oldest] = known
    if (known.size > most && oldest) known.delete(oldest)
    return isNew || now() - actedAt < actMs
  }
}
