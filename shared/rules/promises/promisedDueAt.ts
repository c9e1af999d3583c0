import { type Refusal, refuse } from '#shared/refusals.ts'

/** Most days that a promise may take, three years: beyond them nobody can say that it will be kept. */
const mostDays = 3 * 366

/** Why a promise cannot be due at an instant; undefined when it can. */
export function dueAtRefusal(dueAt: string, now: string): Refusal | undefined {
  if (dueAt <= now) return refuse('PROMISE_PAST')
  // An instant that a form has still to give is no date.
  return Date.parse(dueAt) - Date.parse(now) > mostDays * 86_400_000 ? refuse('PROMISE_FAR') : undefined
}
