import { product } from '#functions/platform/http/context.ts'
import { derivedId } from '#functions/platform/records/ids.ts'
import type { Change } from '#functions/platform/store/commit.ts'
import type { Invitation } from '#shared/entities/invitation.ts'
import { Message } from '#shared/entities/message.ts'
import type { Patient } from '#shared/entities/patient.ts'
import { type DemoWriter, later } from '../demoWriter.ts'
import type { DemoStep } from '../takeSteps.ts'

/** Sendings that a bad address fails, with the minutes after the first; the product tries no more often. */
const failedAfter = [0, 5, 15, 35, 75] as const

/** When the last of the sendings to a bad address has failed. */
export const givenUpAt = (sentAt: string): string => later(sentAt, failedAfter.at(-1) ?? 0)

/** A message about an invitation before it is sent. */
export function messageOf(
  writer: DemoWriter,
  patient: Patient,
  { id, siteId, channel, language, remindedCount }: Invitation,
  kind: 'invitation' | 'reminder',
  at: string,
): Promise<Change> {
  const to = channel === 'sms' ? patient.phone : patient.email
  const body = { kind: `survey-${kind}`, channel, siteId, patientId: patient.id, language }
  const facts = { attempts: 1, attemptedAt: at, to, aboutId: id }
  return writer.create(Message, body, { at, facts, id: derivedId(Message, id, kind, String(remindedCount ?? 0)) })
}

/** What becomes of a message: it is sent, or fails as often as the product tries. */
export function messageSteps(sentAt: string, { channel }: Invitation, isBadAddress: boolean): DemoStep[] {
  const by = product
  if (!isBadAddress) {
    const status = channel === 'sms' ? 'captured' : 'sent'
    return [{ at: sentAt, by, action: status, changes: { status, sentAt } }]
  }
  return failedAfter.flatMap((minutes, index): DemoStep[] => {
    const at = later(sentAt, minutes)
    const attempt = { status: 'queued', attempts: index + 1, attemptedAt: at, failure: null }
    const fail = { at, by, action: 'fail', changes: { status: 'failed', failure: 'MessageRejected' } }
    return index === 0 ? [fail] : [{ at, by, action: 'attempt', changes: attempt }, fail]
  })
}
