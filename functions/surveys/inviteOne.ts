import { type Context, referenced } from '#functions/platform/http/context.ts'
import { planCreate } from '#functions/platform/records/change.ts'
import { termOf } from '#functions/platform/records/checkTerms.ts'
import { derivedId } from '#functions/platform/records/ids.ts'
import { retryOnConflict } from '#functions/platform/records/retryOnConflict.ts'
import { save } from '#functions/platform/records/save.ts'
import { lastInvitation, lastInvitationStep } from '#functions/platform/store/items/surveyItems.ts'
import { getChildren, getRecord } from '#functions/platform/store/read.ts'
import { transact } from '#functions/platform/store/transact.ts'
import type { InvitationResult } from '#shared/api/surveys.ts'
import type { Encounter } from '#shared/entities/encounter.ts'
import { Invitation } from '#shared/entities/invitation.ts'
import type { Patient } from '#shared/entities/patient.ts'
import { Site } from '#shared/entities/site.ts'
import type { Survey } from '#shared/entities/survey.ts'
import { type Refusal, refuse } from '#shared/refusals.ts'
import { ineligible } from '#shared/rules/surveys/eligibility.ts'
import { afterSending, daysAfter, isOpenInvitation, lookAgain, reachable } from '#shared/rules/surveys/invitations.ts'
import { dayOf, wallAt } from '#shared/values/zonedTime.ts'
import { linkOf, newToken, tokenStep } from './tokens.ts'

/** Somebody to be invited: the records, as far as the caller may see them. */
export interface InvitationTarget {
  readonly encounterId?: string
  readonly patientId?: string
  readonly encounter?: Encounter
  readonly patient?: Patient
}

/** The parts of a new invitation. */
interface InvitationPlan {
  readonly id: string
  readonly survey: Survey
  readonly channel: Invitation['channel']
  readonly patient: Patient
  readonly encounter?: Encounter
  readonly site: Site
}

/** How often a patient's invitations are read when somebody else invites the patient meanwhile. */
const attempts = 5

/** Invites one patient, or says why not; of two workers at the same moment only one writes the patient's last invitation. */
export async function inviteOne(
  context: Context,
  survey: Survey,
  channel: Invitation['channel'],
  { encounterId, patientId, patient, encounter }: InvitationTarget,
): Promise<InvitationResult> {
  const target = { ...(encounterId && { encounterId }), ...(patientId && { patientId }) }
  const site = patient && (await referenced(context, Site, encounter?.siteId ?? patient.siteId))?.record
  if (!patient || !site) return { ...target, ...notInvited(refuse('NOT_FOUND')) }
  const words = encounter ? [encounter.id] : [patient.id, todayAt(site, context.origin.at)]
  const plan = { id: derivedId(Invitation, survey.id, ...words), survey, channel, patient, encounter, site }
  const result = await retryOnConflict(() => tryInvitation(context, plan), { attempts, busy: refuse('INVITING_BUSY') })
  return { ...target, ...result }
}

const notInvited = (refusal: Refusal): InvitationResult => ({ status: 'not-invited', ...reasonOf(refusal) })

const reasonOf = ({ rule, parameters, message }: Refusal) => ({ rule, parameters, message })

const todayAt = (site: Site, now: string): string => dayOf(wallAt(site.timeZone, Date.parse(now)))

async function tryInvitation(context: Context, plan: InvitationPlan): Promise<InvitationResult> {
  const { id, survey, channel, patient, encounter } = plan
  const lastId = await lastInvitation(patient.id)
  const existing = await getRecord(Invitation, id, { consistent: true })
  if (existing) return secondLink(context, plan, existing.record)
  // Somebody whose records were merged is asked as one person.
  const ids = [patient.id, ...(patient.mergedIds ?? [])]
  const earlier = (await Promise.all(ids.map((each) => getChildren(Invitation, each))))
    .flat()
    .map(({ record }) => record)
  // Somebody may have invited the patient after this visit between the two readings.
  const own = earlier.find((invitation) => invitation.id === id)
  if (own) return secondLink(context, plan, own)
  const department = encounter && (await termOf(context, 'departments', encounter.department))
  const isExcluded = department?.isExcluded === true
  const refusal = ineligible({ survey, patient, encounter, channel, earlier, isExcluded, now: context.origin.at })
  return refusal ? notInvited(refusal) : createInvitation(context, plan, lastId)
}

/** A link cannot be read back, so a caller who lost the first one gets a second one to the same invitation. */
async function secondLink(
  context: Context,
  { survey, channel }: InvitationPlan,
  invitation: Invitation,
): Promise<InvitationResult> {
  const { at: now } = context.origin
  const { id, status = 'created', expiresAt = daysAfter(now, survey.linkDays) } = invitation
  const isByLink = channel === 'link' && invitation.channel === 'link'
  if (!isByLink || !isOpenInvitation(invitation) || expiresAt <= now)
    return { id, status, ...reasonOf(refuse('ALREADY_INVITED')) }
  const token = newToken()
  await transact([await tokenStep(token, id, expiresAt)])
  return { id, status, url: linkOf(token) }
}

async function createInvitation(
  context: Context,
  { id, survey, channel, patient, encounter, site }: InvitationPlan,
  lastId: string | undefined,
): Promise<InvitationResult> {
  const { at: now } = context.origin
  const expiresAt = daysAfter(now, survey.linkDays)
  const byLink = { channel, sentAt: now, expiresAt }
  const state =
    channel === 'link'
      ? { status: 'sent', sentAt: now, expiresAt, ...afterSending(byLink, survey, site) }
      : { status: 'queued', toSend: 'invitation', ...lookAgain(reachable(channel, site, now)) }
  const facts = {
    siteId: site.id,
    department: encounter?.department,
    doctor: encounter?.doctor,
    serviceOn: encounter?.serviceOn ?? todayAt(site, now),
    ...state,
  }
  const language = survey.languages.find((each) => each === patient.language) ?? survey.languages[0]
  const body = { surveyId: survey.id, patientId: patient.id, encounterId: encounter?.id, channel, language }
  const change = await planCreate(context, Invitation, body, { id, facts, isOwnOperation: true })
  const token = channel === 'link' ? newToken() : undefined
  const linkSteps = token ? [await tokenStep(token, id, expiresAt)] : []
  await save(context, [change], [lastInvitationStep(patient.id, id, now, lastId), ...linkSteps])
  return { id, status: state.status, ...(token && { url: linkOf(token) }) }
}
