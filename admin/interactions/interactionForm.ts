import { filledIn } from '#admin/provider/patch.ts'
import type { RecordValues } from '#shared/declaration/entity.ts'
import type { Case } from '#shared/entities/case.ts'
import { Interaction } from '#shared/entities/interaction.ts'
import { isSurgicalDispute } from '#shared/rules/interactions/meetingRules.ts'

/** Where each kind of contact usually takes place. */
export const usualPlace: Readonly<Record<Interaction['kind'], NonNullable<Interaction['place']>>> = {
  call: 'phone',
  meeting: 'private-room',
  visit: 'home',
  message: 'written',
}

/** Whether people met, so that it matters who was there for the house. */
export const isMeeting = (kind: unknown): boolean => kind === 'meeting' || kind === 'visit'

/** Who was there for the house; asked about meetings and visits alone. */
export const participants = ['leadId', 'doctorId', 'escortId'] as const

/** The contact that a form describes: without what belongs to another kind, and a boundary since that moment. */
export function interactionOf(values: object): RecordValues {
  const { conduct, ...entered } = filledIn(values)
  const asked = Object.entries(entered).filter(([name]) => {
    const isParticipant = participants.some((each) => each === name)
    return Object.hasOwn(Interaction.fields, name) && (isMeeting(entered.kind) || !isParticipant)
  })
  const { flag, boundarySetAt = entered.at } = Object(conduct)
  return { ...Object.fromEntries(asked), ...(flag && { conduct: { flag, boundarySetAt } }) }
}

/** The filter of the doctors who may have taken part in a meeting: any one, or those whom the case names. */
export function doctorsOf(matter: Partial<Case>): RecordValues {
  const { attendingIds = [] } = matter
  return { roles: 'clinician', ...(isSurgicalDispute(matter) && attendingIds.length > 0 && { id: attendingIds }) }
}
