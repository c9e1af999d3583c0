import { contextFor, product } from '#functions/platform/http/context.ts'
import { eachByItself } from '#functions/platform/jobs/eachByItself.ts'
import { askIds } from '#functions/platform/projection/ask.ts'
import type { Event } from '#functions/platform/store/outbox.ts'
import { getRecord, getRecords, noteDamaged } from '#functions/platform/store/read.ts'
import { conditionOf } from '#shared/api/condition.ts'
import { Encounter } from '#shared/entities/encounter.ts'
import { Patient } from '#shared/entities/patient.ts'
import { Survey } from '#shared/entities/survey.ts'
import { isAskedAfter } from '#shared/rules/surveys/afterVisit.ts'
import { inviteOne } from './inviteOne.ts'

/** Invites the patient after a visit or a stay to every survey that is meant for it, unless something is against it. */
export async function inviteAfterVisit({ id, eventId, actorId }: Event): Promise<void> {
  if (actorId === product.userId) return
  const encounter = (await getRecord(Encounter, id, { consistent: true }))?.record
  if (!encounter || encounter.deletedAt !== undefined) return
  const context = contextFor(product, 'event', new Date().toISOString(), eventId)
  const published = { conditions: [conditionOf(Survey, 'status', 'published')] }
  const ids = await askIds(Survey, published, { actor: product })
  const stored = await getRecords(Survey, ids, { onDamaged: noteDamaged })
  const surveys = stored.flatMap(({ record }) => (isAskedAfter(record, encounter, context.origin.at) ? [record] : []))
  const patient = surveys.length > 0 ? (await getRecord(Patient, encounter.patientId))?.record : undefined
  if (!patient) return
  const channel = patient.email ? 'email' : 'sms'
  await eachByItself(surveys, (survey) => inviteOne(context, survey, channel, { encounterId: id, encounter, patient }))
}
