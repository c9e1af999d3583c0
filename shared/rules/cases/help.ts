import type { Case } from '#shared/entities/case.ts'
import { refuse } from '#shared/refusals.ts'
import type { ActionRule } from '#shared/rules/decision.ts'
import { noticeOf } from '#shared/rules/notices/notice.ts'

/** As many calls for help as a case keeps; the oldest go first. */
const mostCalls = 40

/** Somebody needs a lead at once: those on duty are told, and the case shows that help was called. */
export const callForHelp: ActionRule = {
  decide: ({ record, body, actor, now }) => {
    const { id: aboutId = '', siteId, help = [] }: Partial<Case> = record
    const call = { askedAt: now, askedBy: actor.userId, note: body.note }
    const notice = noticeOf({
      rule: 'help-called',
      to: { role: 'unit-manager' },
      aboutId,
      ...(siteId && { siteId }),
      urgency: 'urgent',
      key: [now],
    })
    return { changes: { help: [...help, call].slice(-mostCalls) }, creates: [notice] }
  },
}

/** A lead comes: the newest call that nobody answered shows who, and whoever called is told. */
export const answerHelp: ActionRule = {
  decide: ({ record, actor, now }) => {
    const { id: aboutId = '', siteId, help = [] }: Partial<Case> = record
    const call = help.findLast(({ answeredAt }) => answeredAt === undefined)
    if (!call) return refuse('NO_HELP_CALLED')
    const answered = { ...call, answeredAt: now, answeredBy: actor.userId }
    const notice = noticeOf({
      rule: 'help-coming',
      to: { userId: call.askedBy },
      aboutId,
      ...(siteId && { siteId }),
      urgency: 'urgent',
      key: [call.askedAt],
    })
    return {
      changes: { help: help.map((each) => (each === call ? answered : each)) },
      ...(call.askedBy !== actor.userId && { creates: [notice] }),
    }
  },
}
