import { performance } from 'node:perf_hooks'
import { setTimeout as pause } from 'node:timers/promises'

/** The value below which that share of the values lies; 0 of an empty list. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0
}

/** The middle one of some values. */
export const median = (values: readonly number[]): number => percentile(values, 0.5)

/** What some work answers, and how long it took in milliseconds. */
export async function timed<T>(work: () => Promise<T>): Promise<{ readonly answer: T; readonly ms: number }> {
  const fromMs = performance.now()
  const answer = await work()
  return { answer, ms: performance.now() - fromMs }
}

/** Asks again and again until there is an answer; undefined when there is none after `limitMs` milliseconds. */
export async function until<T>(ask: () => Promise<T | undefined>, limitMs: number, everyMs = 50) {
  for (const deadline = performance.now() + limitMs; performance.now() < deadline; await pause(everyMs)) {
    const answer = await ask()
    if (answer !== undefined) return answer
  }
  return undefined
}

/** A time as a person reads it: tenths of a millisecond below ten, whole ones above, seconds from ten thousand on. */
export function milliseconds(ms: number): string {
  if (ms >= 10_000) return `${(ms / 1000).toFixed(1)} s`
  return `${ms < 10 ? ms.toFixed(1) : Math.round(ms)} ms`
}

/** A number with its thousands apart. */
export const whole = (value: number): string => Math.round(value).toLocaleString('en')
