import type { RecordValues } from '#shared/declaration/entity.ts'
import type { FollowUp } from '#shared/entities/followUp.ts'

/** Attempts without an answer after which nobody calls again. */
export const mostUnanswered = 3

const unanswered = ['no-answer', 'busy', 'wrong-number']

/** How many attempts of a call nobody answered. */
export const unansweredOf = ({ attempts = [] }: Pick<FollowUp, 'attempts'>): number =>
  attempts.filter(({ result }) => unanswered.includes(result)).length

/**
 * Whether the patient was asked how it is since the case was resolved: a satisfaction call was made, was tried three times,
 * or the patient wanted none.
 */
export const isFollowedUp = (followUps: readonly RecordValues[], resolvedAt: string): boolean =>
  followUps.some((record) => {
    const { kind, status, createdAt = '', deletedAt } = record as Partial<FollowUp>
    if (kind !== 'satisfaction-call' || deletedAt !== undefined || createdAt < resolvedAt) return false
    return status === 'done' || status === 'no-answer' || status === 'refused' || unansweredOf(record) >= mostUnanswered
  })
