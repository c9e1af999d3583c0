import type { DeadLetter } from '#shared/entities/deadLetter.ts'
import type { Creation, Rules } from '#shared/rules/decision.ts'
import { noticeOf } from '#shared/rules/notices/notice.ts'

/** What became known of a failure, besides the event: who failed, how often, when and by which error. */
export interface Failure {
  readonly consumer: string
  readonly attempts: number
  readonly firstFailedAt: string
  readonly lastFailedAt: string
  readonly reason: string
}

/**
 * Tells the administrators of a dead letter that is the first open one of its consumer and reason; of a thousand more they
 * see the number in the list. One about a notice tells nobody: its notice would fail in the same way, and so would the
 * notice of that.
 */
export const noticesOf = (
  id: string,
  { resource, reason, solvedAt }: Pick<DeadLetter, 'resource' | 'reason' | 'solvedAt'>,
  isFirst: boolean,
): Creation[] =>
  isFirst && resource !== 'notices'
    ? [
        noticeOf({
          rule: 'dead-letter',
          to: { role: 'admin' },
          aboutId: id,
          key: [id, reason ?? '', ...(solvedAt ? [solvedAt] : [])],
        }),
      ]
    : []

/** What follows when the event of a dead letter was handled again: it is solved, or has failed once more. */
export const deadLetterRules: Rules = {
  actions: {
    solve: { decide: () => ({ changes: {} }) },
    fail: {
      decide: ({ record: { attempts } }) => ({ changes: { attempts: Number(attempts ?? 0) + 1, solvedAt: null } }),
    },
  },
}
