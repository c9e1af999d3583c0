import type { Letter } from '#shared/entities/letter.ts'
import type { NoticeRule } from '#shared/entities/notice.ts'
import { refuse } from '#shared/refusals.ts'
import { figuresAt } from '#shared/rules/cases/clockProfile.ts'
import { isRewritten } from '#shared/rules/cases/fixedTexts.ts'
import type { ActionRule, Creation, Rules } from '#shared/rules/decision.ts'
import { type Addressee, noticeOf } from '#shared/rules/notices/notice.ts'

/**
 * A letter that the law or the site's profile asks for needs nobody's leave, so it can be sent once it is submitted; a
 * written statement is an exception, which the director decides.
 */
const submit: ActionRule = {
  needs: { site: { one: 'sites', id: ({ siteId }) => siteId } },
  decide: ({ record, related, now }) => {
    const { kind }: Partial<Letter> = record
    const decidedBefore = { approvedAt: null, approvedBy: null }
    if (kind === 'written-statement') {
      const notice = noticeAbout(record, 'letter-submitted', { role: 'director' }, [now])
      return { changes: decidedBefore, creates: [notice] }
    }
    const isMissing = kind === 'statutory-response' && !figuresAt(related.site?.[0], now).hasStatutoryLetter
    if (isMissing) return refuse('NO_STATUTORY_LETTER')
    return { changes: { ...decidedBefore, status: 'approved', approvedAt: now } }
  },
}

/** The director approves a statement that somebody else asked for. */
const approve: ActionRule = {
  decide: ({ record, actor }) => {
    const { requestedBy }: Partial<Letter> = record
    return requestedBy === actor.userId ? refuse('FOUR_EYES', { taken: 'submit' }) : { changes: {} }
  },
}

/** The director refuses a statement, and whoever asked for it is told. */
const reject: ActionRule = {
  decide: ({ record, now }) => {
    const { requestedBy }: Partial<Letter> = record
    const notice = requestedBy && noticeAbout(record, 'letter-rejected', { userId: requestedBy }, [now])
    return { changes: {}, ...(notice && { creates: [notice] }) }
  },
}

/** A letter went out, now or a little earlier, and never before it was approved. */
const send: ActionRule = {
  decide: ({ record, body, now }) => {
    const { approvedAt = '', kind }: Partial<Letter> = record
    const sentAt = String(body.at ?? now)
    const isEarly = kind === 'written-statement' && Date.parse(sentAt) < Date.parse(approvedAt)
    return Date.parse(sentAt) > Date.parse(now) || isEarly ? refuse('LETTER_TIME') : { changes: { sentAt } }
  },
}

function noticeAbout(
  { id: aboutId = '', siteId, caseNumber }: Partial<Letter>,
  rule: NoticeRule,
  to: Addressee,
  key: readonly string[],
): Creation {
  const parameters = caseNumber ? { number: caseNumber } : {}
  return noticeOf({ rule, to, aboutId, ...(siteId && { siteId }), parameters, key })
}

/** Every rule about letters. */
export const letterRules: Rules = {
  derivation: {
    derive: () => ({}),
    check: (record, before) => {
      if (!before) return undefined
      if (record.caseId !== before.caseId) return refuse('CASE_FIXED')
      const isOpen = before.status === 'draft' || before.status === 'rejected'
      return !isOpen && isRewritten(['kind', 'language', 'body'], record, before) ? refuse('LETTER_FIXED') : undefined
    },
  },
  actions: { submit, approve, reject, send },
}
