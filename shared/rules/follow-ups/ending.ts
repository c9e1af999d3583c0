import type { RecordValues } from '#shared/declaration/entity.ts'
import type { FollowUp } from '#shared/entities/followUp.ts'

/** Whether an instant lies in the window of a follow-up, both ends included. */
export const isWithin = ({ dueFrom = '', dueTo = '' }: Partial<FollowUp>, now: string): boolean =>
  new Date(dueFrom).toISOString() <= now && now <= new Date(dueTo).toISOString()

/** What is written when a follow-up ends by an answer or for want of one. */
export const endedAs = (
  status: 'no-answer' | 'refused',
  followUp: Partial<FollowUp>,
  userId: string,
  now: string,
): RecordValues => ({ status, endedAt: now, endedBy: userId, isInWindow: isWithin(followUp, now) })
