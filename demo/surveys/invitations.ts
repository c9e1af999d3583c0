import { derivedId } from '#functions/platform/records/ids.ts'
import type { StoredRecord } from '#functions/platform/store/item.ts'
import { recordAs } from '#shared/declaration/entity.ts'
import { Invitation } from '#shared/entities/invitation.ts'
import { Message } from '#shared/entities/message.ts'
import { Response } from '#shared/entities/response.ts'
import type { DemoWriter } from '../demoWriter.ts'
import type { Random } from '../random.ts'
import { type Sites, siteCodeOf } from '../sites.ts'
import { type StepSequence, takeSteps } from '../takeSteps.ts'
import type { Staff } from '../users.ts'
import { languageOf } from '../words/stories/index.ts'
import type { SurveyContact } from './contacts.ts'
import {
  answeredAfter,
  type DemoInvitation,
  demoInvitationOf,
  invitationSteps,
  newInvitation,
  remindersOf,
} from './invitationSteps.ts'
import { messageOf, messageSteps } from './messages.ts'
import { responseIdOf, responseTo } from './responses.ts'
import type { SurveyRecords } from './statistics.ts'

/** A planned invitation as it was written first. */
interface WrittenInvitation {
  readonly plan: DemoInvitation
  readonly stored: StoredRecord
}

/** Creates an invitation for each contact, sends and answers them, as many as `answers` says. */
export async function createInvitations(
  writer: DemoWriter,
  sites: Sites,
  staff: Staff,
  random: Random,
  contacts: readonly SurveyContact[],
  answers: number,
): Promise<SurveyRecords> {
  const timed = contacts.map((contact) => ({ contact, answeredAt: answeredAfter(random, contact) }))
  const answerable = timed.filter(({ answeredAt }) => answeredAt < writer.now)
  const answering = new Set(random.shuffled(answerable).slice(0, answers))
  const plans = timed.map((each) =>
    demoInvitationOf(random, each.contact, each.answeredAt, answering.has(each), writer.now),
  )
  const siteOf = ({ contact: { encounter } }: DemoInvitation) => sites[siteCodeOf(sites, encounter.siteId)]
  const creations = plans.map((plan) => {
    const { survey, patient, encounter, at, serviceOn, isAboutVisit } = plan.contact
    const id = derivedId(Invitation, survey.id, ...(isAboutVisit ? [encounter.id] : [patient.id, at.slice(0, 10)]))
    const { department, doctor, siteId } = encounter
    const facts = { siteId, department, doctor, serviceOn, ...newInvitation(plan, siteOf(plan)) }
    const about = { surveyId: survey.id, patientId: patient.id, ...(isAboutVisit && { encounterId: encounter.id }) }
    const body = { ...about, channel: plan.channel, language: languageOf(patient) }
    return writer.create(Invitation, body, { at, facts, id })
  })
  const created = await writer.write(await Promise.all(creations))
  const written = plans.flatMap((plan, index): WrittenInvitation[] => {
    const stored = created[index]
    return stored ? [{ plan, stored }] : []
  })
  await sendMessages(writer, written)
  const answered = written.filter(({ plan }) => plan.end === 'answered')
  answered.sort((a, b) => (a.plan.answeredAt < b.plan.answeredAt ? -1 : 1))
  const responses = answered.map(({ plan: { contact, answeredAt }, stored }) =>
    responseTo(writer, sites, random, contact, stored.record.id, answeredAt),
  )
  const given = await writer.writeAs(Response, await Promise.all(responses))
  const sequences = written.map(({ plan, stored }): StepSequence => {
    const site = siteOf(plan)
    const officer = random.pick(staff.withRole(site.id, 'officer'))
    return { stored, steps: invitationSteps(plan, site, officer, responseIdOf(stored.record.id)) }
  })
  const ended = await takeSteps(writer, Invitation, sequences)
  return { invitations: ended.map(({ record }) => recordAs(Invitation, record)), responses: given }
}

/** Writes the messages by which invitations and reminders go out, and what became of each. */
async function sendMessages(writer: DemoWriter, written: readonly WrittenInvitation[]): Promise<void> {
  const sent = written.flatMap(({ plan, stored }) => {
    if (plan.channel === 'link') return []
    const invitation = recordAs(Invitation, stored.record)
    const first = { plan, invitation, kind: 'invitation' as const, at: plan.sentAt }
    const reminders = remindersOf(plan).map((at, remindedCount) => {
      return { plan, invitation: { ...invitation, remindedCount }, kind: 'reminder' as const, at }
    })
    return [first, ...reminders]
  })
  const creations = sent.map(({ plan, invitation, kind, at }) =>
    messageOf(writer, plan.contact.patient, invitation, kind, at),
  )
  const messages = await writer.write(await Promise.all(creations))
  const sequences = sent.flatMap(({ plan, invitation, at }, index): StepSequence[] => {
    const stored = messages[index]
    return stored ? [{ stored, steps: messageSteps(at, invitation, plan.end === 'undeliverable') }] : []
  })
  await takeSteps(writer, Message, sequences)
}
