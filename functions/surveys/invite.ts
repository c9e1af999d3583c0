import { idOf, operation, type Request } from '#functions/platform/http/operation.ts'
import { load } from '#functions/platform/records/load.ts'
import { isReached } from '#functions/platform/records/reach.ts'
import { getRecords } from '#functions/platform/store/read.ts'
import { invitePatients } from '#shared/api/surveys.ts'
import { problem } from '#shared/declaration/problem.ts'
import { Encounter } from '#shared/entities/encounter.ts'
import { Patient } from '#shared/entities/patient.ts'
import { Survey } from '#shared/entities/survey.ts'
import { inPool } from '#shared/values/inPool.ts'
import { type InvitationTarget, inviteOne } from './inviteOne.ts'

/** People invited at the same time. */
const atOnce = 4

/** Invites patients, each by their visit or by hand, and says of each what came of it and why not. */
export const invite = operation(invitePatients, async (request, { encounterIds, patientIds, channel }) => {
  if ((encounterIds === undefined) === (patientIds === undefined)) throw problem('VISITS_OR_PATIENTS')
  const { record: survey } = await load(request.context, Survey, idOf(request))
  if (survey.status !== 'published') throw problem('NOT_PUBLISHED')
  const targets = encounterIds ? await byVisit(request, encounterIds) : await byHand(request, patientIds ?? [])
  const inviteTarget = (target: InvitationTarget) => inviteOne(request.context, survey, channel, target)
  return { body: { invitations: await inPool(targets, atOnce, inviteTarget) } }
})

async function byVisit(request: Request, ids: readonly string[]): Promise<InvitationTarget[]> {
  const encounters = await ownRecords(request, Encounter, ids)
  const patientIds = [...encounters.values()].map(({ patientId }) => patientId)
  const patients = await ownRecords(request, Patient, patientIds)
  return [...new Set(ids)].map((encounterId) => {
    const encounter = encounters.get(encounterId)
    return { encounterId, encounter, patient: encounter && patients.get(encounter.patientId) }
  })
}

async function byHand(request: Request, ids: readonly string[]): Promise<InvitationTarget[]> {
  const patients = await ownRecords(request, Patient, ids)
  return [...new Set(ids)].map((patientId) => ({ patientId, patient: patients.get(patientId) }))
}

/** Records of the caller's sites, by id. */
async function ownRecords<E extends typeof Encounter | typeof Patient>(
  { context }: Request,
  entity: E,
  ids: readonly string[],
) {
  const stored = await getRecords(entity, [...new Set(ids)])
  const own = new Map<string, (typeof stored)[number]['record']>()
  for (const { record } of stored) if (await isReached(context, entity, record)) own.set(record.id, record)
  return own
}
