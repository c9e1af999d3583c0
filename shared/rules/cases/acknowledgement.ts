import type { Case } from '#shared/entities/case.ts'
import { refuse } from '#shared/refusals.ts'
import type { ActionRule } from '#shared/rules/decision.ts'

/** A case is acknowledged now and to the complainant unless the form says otherwise; never before it came in. */
export const acknowledge: ActionRule = {
  decide: ({ record, body, now }) => {
    const { receivedAt = now, complainant, patientName }: Partial<Case> = record
    const at = String(body.at ?? now)
    if (Date.parse(at) > Date.parse(now)) return refuse('ACKNOWLEDGED_LATER')
    if (Date.parse(at) < Date.parse(receivedAt)) return refuse('ACKNOWLEDGED_EARLIER')
    const to = body.to ?? complainant?.name ?? patientName
    return { changes: { acknowledgedHow: body.how, acknowledgedAt: at, acknowledgedTo: to } }
  },
}
