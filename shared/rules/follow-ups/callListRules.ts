import type { AnyRecord } from '#shared/declaration/entity.ts'
import type { CallList } from '#shared/entities/callList.ts'
import type { NoticeRule } from '#shared/entities/notice.ts'
import type { ActionRule, Creation, OtherUpdate, Rules } from '#shared/rules/decision.ts'
import { noticeOf } from '#shared/rules/notices/notice.ts'
import { type SharedCall, sharesAfter } from './sharing.ts'

/**
 * Puts calls on the list of a morning: the list counts them and each call names its caller, in one transaction, so that of
 * two that share at the same moment only one does. With the last of them people are told, once a morning.
 */
const share: ActionRule = {
  decide: ({ record, body }) => {
    const list: AnyRecord & Partial<CallList> = record
    const { listOn = '', shares = [] } = list
    const calls = (body.calls ?? []) as readonly SharedCall[]
    const unassigned = (list.unassigned ?? 0) + calls.filter(({ callerId }) => callerId === undefined).length
    const late = (list.late ?? 0) + calls.filter(({ isLate }) => isLate === true).length
    const updates = calls.map(
      ({ followUpId: id, ...call }): OtherUpdate => ({
        resource: 'follow-ups',
        id,
        step: 'assign',
        body: { callOn: listOn, ...call },
      }),
    )
    const told = body.isLast
      ? [...notices('calls-unassigned', list, unassigned), ...notices('calls-late', list, late)]
      : []
    return {
      changes: { shares: sharesAfter(shares, calls), unassigned, late },
      updates,
      creates: told,
    }
  },
}

/** One notice a morning to the unit manager of the site, with how many calls it is about. */
function notices(rule: NoticeRule, { siteId = '', listOn = '' }: Partial<CallList>, count: number): Creation[] {
  if (count === 0) return []
  const to = { role: 'unit-manager', siteId } as const
  return [noticeOf({ rule, to, aboutId: siteId, siteId, parameters: { count }, key: [listOn] })]
}

// The week is summed up once: what has been, by whoever was faster, is not again.
const summarise: ActionRule = {
  decide: ({ record, body }) => {
    const { siteId = '', summarisedAt }: Partial<CallList> = record
    if (summarisedAt !== undefined) return { changes: { summarisedAt } }
    const { week, planned, done, inWindow, concerns } = body as Record<string, string | number>
    const isQuiet = planned === 0 && done === 0
    const parameters = { week, planned, done, inWindow, concerns } as Record<string, string | number>
    const to = { role: 'unit-manager', siteId } as const
    const notice = noticeOf({ rule: 'weekly-summary', to, aboutId: siteId, siteId, parameters, key: [String(week)] })
    return { changes: { summaryAt: null }, creates: isQuiet ? [] : [notice] }
  },
}

/** Everything that is decided about the call lists of mornings; the product alone takes their steps. */
export const callListRules: Rules = {
  actions: {
    share,
    'await-summary': {
      decide: ({ record, body }) =>
        record.summarisedAt === undefined ? { changes: { summaryAt: body.summaryAt } } : { changes: {} },
    },
    summarise,
  },
}
