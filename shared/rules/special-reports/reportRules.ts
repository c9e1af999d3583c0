import type { RecordValues } from '#shared/declaration/entity.ts'
import type { NoticeRule } from '#shared/entities/notice.ts'
import { reportParts, type SpecialReport } from '#shared/entities/specialReport.ts'
import { refuse } from '#shared/refusals.ts'
import { isRewritten } from '#shared/rules/cases/fixedTexts.ts'
import type { ActionRule, Creation, Rules } from '#shared/rules/decision.ts'
import { type Addressee, noticeOf } from '#shared/rules/notices/notice.ts'
import { reportAlarms, reportAlarmsAhead } from './reportClock.ts'

type ReportDraft = Partial<SpecialReport>

const unitManager: Addressee = { role: 'unit-manager' }
const director: Addressee = { role: 'director' }

/** A lead submits a report that says something of everything it has to say. */
const submit: ActionRule = {
  decide: ({ record, now }) => {
    const missing = reportParts.find((name) => !(record as ReportDraft)[name]?.trim())
    if (missing) return refuse('REPORT_PART_NEEDED', { field: missing })
    return { changes: { returnReason: null }, creates: [noticeAbout(record, 'report-submitted', director, [now])] }
  },
}

/** The director accepts what somebody else has submitted. */
const accept: ActionRule = {
  decide: ({ record, actor }) => {
    const { submittedBy }: ReportDraft = record
    return submittedBy === actor.userId ? refuse('FOUR_EYES', { taken: 'submit' }) : { changes: {} }
  },
}

/** The director sends it back with what is missing, and whoever submitted it is told. */
const sendBack: ActionRule = {
  decide: ({ record, now, body }) => {
    const { submittedBy }: ReportDraft = record
    const to = submittedBy === undefined ? unitManager : { userId: submittedBy }
    const reason = String(body.returnReason)
    return { changes: {}, reason, creates: [noticeAbout(record, 'report-returned', to, [now])] }
  },
}

/** The time of a report goes by: the unit manager is told, and the director when it has passed. */
const alarm: ActionRule = {
  needs: { site: { one: 'sites', id: ({ siteId }) => siteId } },
  decide: ({ record, related, now }) => {
    const report: ReportDraft = record
    const alarms = reportAlarms(report, related.site?.[0])
    const due = reportAlarmsAhead(report, alarms).findLast(({ at }) => at <= now)
    // The calendar of the site may have changed since: when it is due next is found again.
    if (!due) return { changes: { alarmAt: null } }
    const { percent } = due
    const rule = percent === 100 ? 'report-overdue' : 'report-near'
    const addressees = percent === 100 ? [unitManager, director] : [unitManager]
    const creates = addressees.map((to) => noticeAbout(record, rule, to, [String(percent)], { percent }))
    return { changes: { alarmPercent: percent }, creates }
  },
}

function noticeAbout(
  { id: aboutId = '', siteId, caseNumber }: ReportDraft,
  rule: NoticeRule,
  to: Addressee,
  key: readonly string[],
  values: RecordValues = {},
): Creation {
  const parameters = { ...values, ...(caseNumber && { number: caseNumber }) }
  return noticeOf({ rule, to, aboutId, ...(siteId && { siteId }), parameters, key })
}

/** Every rule about special reports. */
export const reportRules: Rules = {
  derivation: {
    links: ['siteId', 'caseId'],
    derive: (record, { siteId: site, caseId: matter }) => {
      const report: ReportDraft = record
      const alarms = reportAlarms(report, site)
      // A case that is written in another transaction had no number when its report was made.
      const caseNumber = report.caseNumber ?? matter?.number
      return { caseNumber, dueAt: alarms.at(-1)?.at, alarmAt: reportAlarmsAhead(report, alarms)[0]?.at }
    },
    check: (record, before) => {
      if (before && record.caseId !== before.caseId) return refuse('CASE_FIXED')
      const isFixed = before?.status === 'submitted' || before?.status === 'accepted'
      return isFixed && isRewritten(reportParts, record, before) ? refuse('REPORT_FIXED') : undefined
    },
  },
  actions: { submit, accept, return: sendBack, alarm },
}
