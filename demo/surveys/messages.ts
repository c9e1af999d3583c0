import { derivedId } from '#functions/platform/records/derivedId.ts'
import type { Change } from '#functions/platform/store/commit.ts'
import { Message } from '#shared/entities/message.ts'
import type { Patient } from '#shared/entities/patient.ts'
import type { Scene } from '../scene.ts'

/** The message that brought somebody a link, as the product would have kept it; one that came back says so. */
export function messageOf(scene: Scene, patient: Patient, invitation: Change): Promise<Change> {
  const { id, siteId, channel, language, status, sentAt } = invitation.after
  const isBack = status === 'undeliverable'
  const now = String(sentAt)
  const facts = {
    status: isBack ? 'failed' : channel === 'sms' ? 'captured' : 'sent',
    ...(isBack ? { failure: 'The address does not exist.' } : { sentAt }),
    attemptedAt: sentAt,
    attempts: isBack ? 5 : 1,
    to: channel === 'sms' ? patient.phone : patient.email,
    aboutId: id,
  }
  const body = { kind: 'survey-invitation', channel, siteId, patientId: patient.id, language }
  return scene.create(Message, body, { at: now, facts, id: derivedId(Message, id, 'invitation', '0') })
}
