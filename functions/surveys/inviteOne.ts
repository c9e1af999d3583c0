import { env } from '#functions/platform/aws/env.ts'
import { type Context, product, referenced } from '#functions/platform/http/context.ts'
import { planCreate } from '#functions/platform/records/change.ts'
import { derivedId } from '#functions/platform/records/derivedId.ts'
import { listPage } from '#functions/platform/records/list.ts'
import { isStale, save } from '#functions/platform/records/save.ts'
import { TransactionRefused, type TransactionStep, transact } from '#functions/platform/store/commit.ts'
import { quarantineKey } from '#functions/platform/store/keys.ts'
import { getItem, getRecord } from '#functions/platform/store/read.ts'
import { conditionOf } from '#shared/api/listQuery.ts'
import { type AnyRecord, recordAs } from '#shared/declaration/entity.ts'
import { Problem } from '#shared/declaration/problem.ts'
import type { Encounter } from '#shared/entities/encounter.ts'
import { Invitation } from '#shared/entities/invitation.ts'
import type { Patient } from '#shared/entities/patient.ts'
import { Site } from '#shared/entities/site.ts'
import type { Survey } from '#shared/entities/survey.ts'
import { ineligible } from '#shared/rules/surveys/eligibility.ts'
import { afterSending, daysAfter, isOpenInvitation, lookAgain, reachable } from '#shared/rules/surveys/invitations.ts'
import { dayOf, wallAt } from '#shared/values/zonedTime.ts'
import { linkOf, newToken, tokenStep } from './tokens.ts'

/** Somebody to be invited: the records, as far as they are there for the one who asks. */
export interface InvitationTarget {
  readonly encounterId?: string
  readonly patientId?: string
  readonly encounter?: Encounter
  readonly patient?: Patient
}

/** What came of one invitation; `url` is told this once and never again. */
export interface InvitationResult {
  readonly encounterId?: string
  readonly patientId?: string
  readonly id?: string
  readonly status: string
  readonly url?: string
  readonly rule?: string
  readonly reason?: string
}

type InvitationContext = Required<Pick<InvitationTarget, 'patient'>> & InvitationTarget & { site: Site }

/** Invites one patient, or says why not. Two at the same moment make one: the patient's note is written by one only. */
export async function inviteOne(
  context: Context,
  survey: Survey,
  channel: Invitation['channel'],
  target: InvitationTarget,
): Promise<InvitationResult> {
  const { encounterId, patientId, patient, encounter } = target
  const who = { ...(encounterId && { encounterId }), ...(patientId && { patientId }) }
  const site = patient && (await referenced(context, encounter?.siteId ?? patient.siteId))
  if (!patient || !site)
    return { ...who, ...not('NOT_FOUND', 'There is no such record, or it is not one of your sites.') }
  const known: InvitationContext = { ...target, patient, site: recordAs(Site, site.record) }
  for (let attempt = 0; attempt < 5; attempt++) {
    const note = await getItem(quarantineKey(patient.id), { consistent: true })
    const id = invitationId(context, survey, known)
    const made = await getRecord(id, { consistent: true })
    if (made) return { ...who, ...(await again(context, survey, channel, recordAs(Invitation, made.record))) }
    const earlier = await earlierOf(patient.id, note?.invitationId)
    const against = ineligible({ survey, patient, encounter, channel, earlier, at: context.origin.at })
    if (against) return { ...who, ...not(against.rule, against.reason) }
    try {
      return { ...who, ...(await make(context, survey, channel, known, id, note)) }
    } catch (error) {
      // Somebody else invited the patient between our look and our write: look again.
      if (!(error instanceof TransactionRefused || isStale(error))) throw error
    }
  }
  throw new Problem(503, 'The patient is being invited by several people at once. Try again.', { retryAfter: 1 })
}

const not = (rule: string, reason: string) => ({ status: 'not-invited', rule, reason })

const invitationId = (context: Context, survey: Survey, { encounter, patient, site }: InvitationContext): string =>
  encounter
    ? derivedId(Invitation, survey.id, encounter.id)
    : derivedId(Invitation, survey.id, patient.id, todayAt(site, context.origin.at))

const todayAt = (site: Site, now: string): string => dayOf(wallAt(site.timeZone, Date.parse(now)))

/** The patient's invitations of every survey; the index may lag, so the last one is read by its id. */
async function earlierOf(patientId: string, lastId: unknown): Promise<Partial<Invitation>[]> {
  const conditions = [conditionOf(Invitation, 'patientId', patientId)]
  const sort = { field: 'createdAt', order: 'DESC' } as const
  const { rows } = await listPage(Invitation, { conditions, sort, offset: 0, limit: 200 }, product)
  const last = typeof lastId === 'string' ? await getRecord(lastId, { consistent: true }) : undefined
  const others: (AnyRecord | (typeof rows)[number])[] = rows.filter(({ id }) => id !== lastId)
  return last ? [...others, last.record] : others
}

async function again(
  context: Context,
  survey: Survey,
  channel: Invitation['channel'],
  made: Invitation,
): Promise<Omit<InvitationResult, 'encounterId' | 'patientId'>> {
  const { id, status = 'created', expiresAt = daysAfter(context.origin.at, survey.linkDays) } = made
  const about = { id, status, rule: 'ALREADY_INVITED', reason: 'The patient has been invited already.' }
  if (channel !== 'link' || made.channel !== 'link' || !isOpenInvitation(made) || expiresAt <= context.origin.at)
    return about
  // A link cannot be read back, so whoever has lost the first gets a second to the same invitation.
  const token = newToken()
  await transact([await tokenStep(token, id, expiresAt)])
  return { id, status, url: linkOf(token) }
}

async function make(
  context: Context,
  survey: Survey,
  channel: Invitation['channel'],
  known: InvitationContext,
  id: string,
  note: Record<string, unknown> | undefined,
): Promise<Omit<InvitationResult, 'encounterId' | 'patientId'>> {
  const { patient, encounter, site } = known
  const { at: now } = context.origin
  const language = survey.languages.find((each) => each === patient.language) ?? survey.languages[0]
  const about = {
    siteId: site.id,
    department: encounter?.department,
    doctor: encounter?.doctor,
    serviceOn: encounter?.serviceOn ?? todayAt(site, now),
  }
  const expiresAt = daysAfter(now, survey.linkDays)
  const handedOver = { channel, sentAt: now, expiresAt }
  const state =
    channel === 'link'
      ? { status: 'sent', sentAt: now, expiresAt, ...afterSending(handedOver, survey, site.timeZone) }
      : { status: 'queued', toSend: 'invitation', ...lookAgain(reachable(channel, site.timeZone, now)) }
  const change = await planCreate(
    context,
    Invitation,
    { surveyId: survey.id, patientId: patient.id, encounterId: encounter?.id, channel, language },
    { id, facts: { ...about, ...state }, isOwnOperation: true },
  )
  const token = channel === 'link' ? newToken() : undefined
  await save(
    context,
    [change],
    [noteStep(patient.id, id, now, note), ...(token ? [await tokenStep(token, id, expiresAt)] : [])],
  )
  return { id, status: state.status, ...(token && { url: linkOf(token) }) }
}

// The note is only ever replaced by somebody who has seen the one before, so decisions about a patient queue up.
const noteStep = (
  patientId: string,
  invitationId: string,
  now: string,
  seen: Record<string, unknown> | undefined,
): TransactionStep => ({
  means: 'claim',
  write: {
    Put: {
      TableName: env.table,
      Item: { ...quarantineKey(patientId), invitationId, at: now },
      ...(seen
        ? { ConditionExpression: 'invitationId = :seen', ExpressionAttributeValues: { ':seen': seen.invitationId } }
        : { ConditionExpression: 'attribute_not_exists(pk)' }),
    },
  },
})
