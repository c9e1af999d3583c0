import { useEffect, useState } from 'react'
import type { TourStep } from '#shared/text/help/texts.ts'

/** What a step of the tour points at. */
const targets: Readonly<Record<TourStep, string>> = {
  menu: '[data-tour=menu]',
  search: '[data-tour=search]',
  list: '[data-sheet-search]',
  cells: 'revo-grid',
  help: '[data-tour=help]',
}

/** Steps that are shown on a list. */
export const isOnList = (step: TourStep): boolean => step === 'list' || step === 'cells'

const width = 340
const gap = 12
/** Room that a card needs, in pixels. */
const height = 220

/** Where the thing of a step is on the screen, while the page may still be loading; undefined until it is there. */
export function useTarget(step: TourStep): DOMRect | undefined {
  const [place, setPlace] = useState<{ step: TourStep; rect: DOMRect }>()
  useEffect(() => {
    const look = () => {
      const found = document.querySelector(targets[step])
      // The line of tools of a list is shown as a whole.
      const rect = (step === 'list' ? found?.closest('.MuiStack-root') : found)?.getBoundingClientRect()
      if (rect && rect.width > 0)
        setPlace((last) => (last?.step === step && isSamePlace(last.rect, rect) ? last : { step, rect }))
    }
    look()
    const timer = setInterval(look, 200)
    return () => clearInterval(timer)
  }, [step])
  return place?.step === step ? place.rect : undefined
}

const isSamePlace = (one: DOMRect, other: DOMRect): boolean =>
  one.left === other.left && one.top === other.top && one.width === other.width && one.height === other.height

/** Where the card of a step stands: below a line, beside a column, else in the middle; always on the screen. */
export function cardPlace(
  target: DOMRect | undefined,
  screen: { readonly innerWidth: number; readonly innerHeight: number },
) {
  const { innerWidth, innerHeight } = screen
  const within = (left: number) => Math.max(gap, Math.min(left, innerWidth - width - gap))
  if (!target) return { left: (innerWidth - width) / 2, top: (innerHeight - height) / 2, width }
  const { left, right, top, bottom } = target
  if (bottom - top < height && bottom + gap + height < innerHeight)
    return { left: within(left), top: bottom + gap, width }
  const isNarrow = right - left < 400
  if (isNarrow)
    return { left: within(right + gap + width < innerWidth ? right + gap : left - gap - width), top: 80, width }
  return { left: within((left + right - width) / 2), top: Math.max(gap, (top + bottom - height) / 2), width }
}
