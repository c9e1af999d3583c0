import type { AnyRecord } from '#shared/declaration/entity.ts'
import { globalRoles, leads, officers, type Role } from '#shared/declaration/roles.ts'
import type { Case } from '#shared/entities/case.ts'
import type { Interaction } from '#shared/entities/interaction.ts'
import type { User } from '#shared/entities/user.ts'
import { type Refusal, refuse } from '#shared/refusals.ts'
import type { Links } from '#shared/rules/decision.ts'
import { isEmployed } from '#shared/rules/users/presence.ts'

/** The persons of the house who took part in a conversation, and the case that it was about. */
interface Participants {
  readonly matter: Partial<Case> | undefined
  readonly lead: User | undefined
  readonly doctor: User | undefined
  readonly escort: User | undefined
}

/** Why a conversation could not have been held like this; undefined when nothing is against it. */
export function meetingRefusal(interaction: Partial<Interaction>, links: Links): Refusal | undefined {
  const participants: Participants = {
    matter: links.caseId,
    lead: personOf(links.leadId),
    doctor: personOf(links.doctorId),
    escort: personOf(links.escortId),
  }
  return (
    leadRefusal(interaction, participants) ??
    doctorRefusal(interaction, participants) ??
    escortRefusal(interaction, participants)
  )
}

const personOf = (record: AnyRecord | undefined): User | undefined => record as User | undefined

/** Patient and staff met in person in a major case. */
const isMajorMeeting = ({ kind }: Partial<Interaction>, { matter }: Participants): boolean =>
  matter?.severity === 'major' && (kind === 'meeting' || kind === 'visit')

// Without a lead a meeting of a major case is not held; where one is named, it is one.
function leadRefusal(interaction: Partial<Interaction>, participants: Participants): Refusal | undefined {
  const { lead } = participants
  if (!lead) return isMajorMeeting(interaction, participants) ? refuse('LEAD_NEEDED') : undefined
  return worksAs(lead, leads, interaction.siteId) ? undefined : refuse('LEAD_ROLE')
}

/** Whether a case is about a surgical problem, so that no meeting is held without one of its doctors. */
export const isSurgicalDispute = ({ severity, majorReasons }: Partial<Case> = {}): boolean =>
  severity === 'major' && majorReasons?.includes('evident-surgical-problem') === true

// What was done in an operation is explained by a doctor whom the case names.
function doctorRefusal(interaction: Partial<Interaction>, participants: Participants): Refusal | undefined {
  const { doctor, matter } = participants
  const isSurgical = isMajorMeeting(interaction, participants) && isSurgicalDispute(matter)
  if (!doctor) return isSurgical ? refuse('DOCTOR_NEEDED') : undefined
  if (!isEmployed(doctor) || !doctor.roles.includes('clinician')) return refuse('DOCTOR_ROLE')
  return isSurgical && !matter?.attendingIds?.includes(doctor.id) ? refuse('DOCTOR_OTHER') : undefined
}

// A clinician and a patient never meet without an officer who stays the whole time.
function escortRefusal({ siteId }: Partial<Interaction>, { doctor, escort }: Participants): Refusal | undefined {
  if (!escort) return doctor ? refuse('ESCORT_NEEDED') : undefined
  if (escort.id === doctor?.id) return refuse('ESCORT_SAME')
  return worksAs(escort, officers, siteId) ? undefined : refuse('ESCORT_ROLE')
}

/** Whether a person works at a site in one of some roles; those who see every site work at each. */
function worksAs(user: User, allowed: readonly Role[], siteId: string | undefined): boolean {
  const own = isEmployed(user) ? user.roles.filter((role) => allowed.includes(role)) : []
  return own.some((role) => globalRoles.includes(role) || user.siteIds.includes(siteId ?? ''))
}
