/** Pauses before the attempts that follow a first failure, in seconds: from a hiccup to an outage of two hours. */
const pauses = [1, 2, 5, 12, 30, 60, 180, 480, 1200, 2400, 3600] as const

/** How often a consumer is called with an event before it is a dead letter. */
export const attemptLimit = pauses.length + 1

/** Part of a pause that may be added to it. */
const spread = 0.25

/**
 * When an event that failed is tried again, or undefined once it was tried often enough. `attempts` counts the failures;
 * `chance`, from 0 to 1, lengthens the pause, so that what failed together does not come back together.
 */
export function nextAttemptAt(attempts: number, failedAt: string, chance: number): string | undefined {
  const seconds = pauses[Math.max(1, attempts) - 1]
  if (seconds === undefined) return undefined
  return new Date(Date.parse(failedAt) + Math.round(seconds * 1000 * (1 + spread * chance))).toISOString()
}

/** When something is tried again that is tried for ever, at the end of the longest pause after an instant, UTC. */
export const longestPauseAt = (now: string): string =>
  new Date(Date.parse(now) + Math.max(...pauses) * 1000).toISOString()
