import { contextFor, product } from '#functions/platform/http/context.ts'
import { listPage } from '#functions/platform/records/list.ts'
import type { Event } from '#functions/platform/store/outbox.ts'
import { getRecord, getRecords } from '#functions/platform/store/read.ts'
import { conditionOf } from '#shared/api/listQuery.ts'
import { recordAs } from '#shared/declaration/entity.ts'
import { Encounter } from '#shared/entities/encounter.ts'
import { Patient } from '#shared/entities/patient.ts'
import { Survey } from '#shared/entities/survey.ts'
import { isAskedAfter } from '#shared/rules/surveys/afterVisit.ts'
import { inviteOne } from './inviteOne.ts'

/** Asks the patient after a visit or a stay, by every survey that is meant for it; who may not be asked is not. */
export async function askAfterVisit({ id, eventId, actorId }: Event): Promise<void> {
  if (actorId === product.userId) return
  const stored = await getRecord(id, { consistent: true })
  if (!stored || stored.record.deletedAt !== undefined) return
  const encounter = recordAs(Encounter, stored.record)
  const context = contextFor(product, 'event', new Date().toISOString(), eventId)
  const published = { conditions: [conditionOf(Survey, 'status', 'published')], offset: 0, limit: 200 }
  const { rows } = await listPage(Survey, published, product)
  const surveys = (await getRecords(rows.map((row) => row.id))).map(({ record }) => recordAs(Survey, record))
  const meant = surveys.filter((survey) => isAskedAfter(survey, encounter, context.origin.at))
  const found = meant.length > 0 ? await getRecord(encounter.patientId) : undefined
  if (!found) return
  const patient = recordAs(Patient, found.record)
  const channel = patient.email ? 'email' : 'sms'
  for (const survey of meant) await inviteOne(context, survey, channel, { encounterId: id, encounter, patient })
}
