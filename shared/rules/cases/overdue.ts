import type { Case } from '#shared/entities/case.ts'

/** What a case has a limit for. */
export type LimitName = 'acknowledgement' | 'response'

/** A limit that runs: when it ends, and the fact that says for which end an alert was written. */
export interface RunningLimit {
  readonly name: LimitName
  readonly dueAt: string
  readonly alertFor: 'acknowledgeAlertFor' | 'responseAlertFor'
}

/** The limits of a case that still run and of whose end nobody was told yet. */
function runningLimits(record: Partial<Case>): RunningLimit[] {
  const { status, isOpen, acknowledgeDueAt, responseDueAt, acknowledgeAlertFor, responseAlertFor } = record
  const limits: RunningLimit[] = []
  if (status === 'received' && acknowledgeDueAt !== undefined && acknowledgeAlertFor !== acknowledgeDueAt)
    limits.push({ name: 'acknowledgement', dueAt: acknowledgeDueAt, alertFor: 'acknowledgeAlertFor' })
  const isRunning = isOpen === true && status !== 'resolved' && status !== 'awaiting-patient'
  if (isRunning && responseDueAt !== undefined && responseAlertFor !== responseDueAt)
    limits.push({ name: 'response', dueAt: responseDueAt, alertFor: 'responseAlertFor' })
  return limits
}

/** The limits that have ended by an instant and of which nobody was told yet. */
export const overdueLimits = (record: Partial<Case>, now: string): RunningLimit[] =>
  runningLimits(record).filter(({ dueAt }) => dueAt <= now)

/** When somebody may have to be told next; nothing while no limit runs. */
export const nextAlertAt = (record: Partial<Case>): string | undefined =>
  runningLimits(record)
    .map(({ dueAt }) => dueAt)
    .sort()[0]
