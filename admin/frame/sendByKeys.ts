import type { KeyboardEvent } from 'react'

/** Ctrl and Enter send the form within an element, from every field, also from one of several lines. */
export function sendByKeys(event: KeyboardEvent<HTMLElement>): void {
  if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return
  event.preventDefault()
  event.currentTarget.querySelector('form')?.requestSubmit()
}
