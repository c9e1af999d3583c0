import { type PointerEvent, useRef } from 'react'

/** How long a card is held until it is chosen, in milliseconds. */
const holdMs = 500
/** How far a finger may move meanwhile, in CSS pixels: further is scrolling. */
const slack = 10

/** Handlers that call a function when a finger, a pen or a mouse stays where it is for half a second, on nothing that `without` selects. */
export function useLongPress(act: () => void, without: string) {
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const start = useRef({ x: 0, y: 0 })
  const isHeld = useRef(false)
  const stop = () => clearTimeout(timer.current)
  return {
    /** Whether the click that ends the press belongs to it, and so to nothing else. */
    wasHeld: () => isHeld.current,
    handlers: {
      onPointerDown: (event: PointerEvent) => {
        isHeld.current = false
        stop()
        const isElsewhere = event.target instanceof Element && event.target.closest(without) !== null
        if (isElsewhere || !event.isPrimary || event.button !== 0) return
        start.current = { x: event.clientX, y: event.clientY }
        timer.current = setTimeout(() => {
          isHeld.current = true
          // Safari has no vibration.
          navigator.vibrate?.(15)
          act()
        }, holdMs)
      },
      onPointerMove: (event: PointerEvent) => {
        if (Math.hypot(event.clientX - start.current.x, event.clientY - start.current.y) > slack) stop()
      },
      onPointerUp: stop,
      onPointerCancel: stop,
    },
  }
}
