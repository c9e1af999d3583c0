import { derivedId } from '#functions/platform/records/ids.ts'
import type { Change } from '#functions/platform/store/commit.ts'
import { Message } from '#shared/entities/message.ts'
import type { Patient } from '#shared/entities/patient.ts'
import type { DemoWriter } from '../demoWriter.ts'

/** The message with the link of an invitation; it failed when the invitation was undeliverable. */
export function messageOf(writer: DemoWriter, patient: Patient, invitation: Change): Promise<Change> {
  const { id, siteId, channel, language, status, sentAt } = invitation.after
  const hasFailed = status === 'undeliverable'
  const facts = {
    status: hasFailed ? 'failed' : channel === 'sms' ? 'captured' : 'sent',
    ...(hasFailed ? { failure: 'The address does not exist.' } : { sentAt }),
    attemptedAt: sentAt,
    attempts: hasFailed ? 5 : 1,
    to: channel === 'sms' ? patient.phone : patient.email,
    aboutId: id,
  }
  const body = { kind: 'survey-invitation', channel, siteId, patientId: patient.id, language }
  return writer.create(Message, body, { at: String(sentAt), facts, id: derivedId(Message, id, 'invitation', '0') })
}
