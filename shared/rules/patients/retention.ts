import type { Case } from '#shared/entities/case.ts'
import type { ActionRule } from '#shared/rules/decision.ts'

/** Years that what is held on a patient is kept after its last matter: usually, and after a legal route or a clinical fault. */
export const retentionYears = { usual: 5, legal: 10 } as const

/** Days after which a patient is looked at again whose record is due but has to be kept for now. */
export const postponedDays = 30

/** Something that happened with a patient: when it was over, UTC, and for how many years it is kept. */
export interface RetainedMatter {
  readonly at: string
  readonly years: number
}

/** The matter that a case was: kept longer when it went to law, or when a clinical fault was ours. */
export function caseMatter({
  status,
  faultClass,
  cause,
  closedAt,
  resolvedAt,
  receivedAt = '',
}: Partial<Case>): RetainedMatter {
  const isLegal = status === 'legal-route' || (faultClass === 'own-fault' && cause === 'clinical')
  return { at: closedAt ?? resolvedAt ?? receivedAt, years: isLegal ? retentionYears.legal : retentionYears.usual }
}

/** The instant until which everything on a patient is kept: that of the matter which is kept longest. */
export function keptUntil(createdAt: string, matters: readonly RetainedMatter[]): string {
  const ends = [{ at: createdAt, years: retentionYears.usual }, ...matters].map(({ at, years }) =>
    yearsAfter(at, years),
  )
  return ends.reduce((latest, end) => (end > latest ? end : latest))
}

/** The same day so many years later, at the same time, UTC; 29 February becomes 1 March. */
export function yearsAfter(instant: string, years: number): string {
  const date = new Date(instant)
  date.setUTCFullYear(date.getUTCFullYear() + years)
  return date.toISOString()
}

/** The instant so many days later, UTC. */
export const postponedUntil = (now: string): string =>
  new Date(Date.parse(now) + postponedDays * 86_400_000).toISOString()

/** Keeps the record until another instant, which the tick has found. */
export const retain: ActionRule = { decide: ({ body: { retainUntil } }) => ({ changes: { retainUntil } }) }
