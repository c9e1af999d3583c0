import { idOf, type Operation, type Request } from '#functions/platform/http/operation.ts'
import { load } from '#functions/platform/records/load.ts'
import { getRecords } from '#functions/platform/store/read.ts'
import { isOwnSite } from '#shared/declaration/access.ts'
import { bodyOf, recordAs } from '#shared/declaration/entity.ts'
import { conflict, fieldErrors, invalid } from '#shared/declaration/problem.ts'
import { Encounter } from '#shared/entities/encounter.ts'
import type { Invitation } from '#shared/entities/invitation.ts'
import { Patient } from '#shared/entities/patient.ts'
import { Survey } from '#shared/entities/survey.ts'
import { type InvitationResult, type InvitationTarget, inviteOne } from './inviteOne.ts'

/** What is asked for: visits or patients, and how they hear of it. */
interface InviteRequest {
  readonly encounterIds?: readonly string[]
  readonly patientIds?: readonly string[]
  readonly channel: Invitation['channel']
}

/** People invited at the same time. */
const atOnce = 4

/** Invites patients, each by their visit or by hand, and says of each what came of it and why not. */
export const invite: Operation = async (request) => {
  const asked = askedOf(request.body)
  const survey = recordAs(Survey, (await load(request.context, Survey, idOf(request))).record)
  if (survey.status !== 'published') throw conflict('NOT_PUBLISHED', 'Only a published survey can be sent.')
  const targets = asked.encounterIds ? await byVisit(request, asked.encounterIds) : await byHand(request, asked)
  const invitations: InvitationResult[] = new Array(targets.length)
  let next = 0
  const worker = async () => {
    while (next < targets.length) {
      const index = next++
      const target = targets[index]
      if (target) invitations[index] = await inviteOne(request.context, survey, asked.channel, target)
    }
  }
  await Promise.all(Array.from({ length: Math.min(atOnce, targets.length) }, worker))
  return { body: { invitations } }
}

function askedOf(body: unknown): InviteRequest {
  const action = Survey.actions.invite
  if (!action) throw new Error('The action is not declared')
  const parsed = bodyOf(action).safeParse(body ?? {})
  if (!parsed.success) throw invalid(fieldErrors(parsed.error.issues))
  const asked = parsed.data as Partial<InviteRequest> as InviteRequest
  if ((asked.encounterIds === undefined) === (asked.patientIds === undefined))
    throw invalid({ root: 'Give either visits or patients.' })
  return asked
}

async function byVisit(request: Request, ids: readonly string[]): Promise<InvitationTarget[]> {
  const unique = [...new Set(ids)]
  const seen = (await getRecords(unique)).filter(({ record }) => isOwnSite(request.actor, Encounter, record))
  const encounters = new Map(seen.map(({ record }) => [record.id, recordAs(Encounter, record)]))
  const people = await patientsOf(
    request,
    [...encounters.values()].map(({ patientId }) => patientId),
  )
  return unique.map((encounterId) => {
    const encounter = encounters.get(encounterId)
    return { encounterId, encounter, patient: encounter && people.get(encounter.patientId) }
  })
}

async function byHand(request: Request, { patientIds = [] }: InviteRequest): Promise<InvitationTarget[]> {
  const people = await patientsOf(request, patientIds)
  return [...new Set(patientIds)].map((patientId) => ({ patientId, patient: people.get(patientId) }))
}

async function patientsOf(request: Request, ids: readonly string[]) {
  const stored = await getRecords([...new Set(ids)])
  const own = stored.filter(({ record }) => isOwnSite(request.actor, Patient, record))
  return new Map(own.map(({ record }) => [record.id, recordAs(Patient, record)]))
}
