import { refuse } from '#shared/refusals.ts'
import type { Rules } from '#shared/rules/decision.ts'

/** What is decided about a notice: it is due from the moment it is written, and its person alone reads it. */
export const noticeSteps: Rules = {
  derivation: { derive: (notice, _links, now) => (notice.version === 0 ? { nextAt: notice.nextAt ?? now } : {}) },
  actions: {
    'mark-read': {
      decide: ({ record, actor, now }) => {
        if (record.userId !== actor.userId) return refuse('NOT_ADDRESSEE')
        if (record.readAt !== undefined) return { changes: {} }
        // What has been read in the panel needs no mail any more.
        const isMailLeft = record.mailState === 'waiting'
        return { changes: { readAt: now, ...(isMailLeft && { mailState: 'none', nextAt: null }) } }
      },
    },
  },
}
