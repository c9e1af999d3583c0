import type { Encounter } from '#shared/entities/encounter.ts'
import type { Invitation } from '#shared/entities/invitation.ts'
import type { Patient } from '#shared/entities/patient.ts'
import type { Survey } from '#shared/entities/survey.ts'

/** Why somebody is not asked: the rule's id and a sentence for whoever wanted to. */
export interface Ineligible {
  readonly rule: string
  readonly reason: string
}

/** What is known when somebody is to be invited. */
export interface Candidate {
  readonly survey: Partial<Survey>
  readonly patient: Partial<Patient>
  readonly encounter?: Partial<Encounter>
  readonly channel: Invitation['channel']
  /** Earlier invitations of the patient, of every survey. */
  readonly earlier: readonly Partial<Invitation>[]
  /** Now, UTC. */
  readonly at: string
}

/** Age in years from which a patient is asked without a guardian. */
const adultAge = 18

const no = (rule: string, reason: string): Ineligible => ({ rule, reason })

/** Why the patient must not be invited to this survey by this channel now; undefined when nothing is against it. */
export function ineligible({
  survey,
  patient,
  encounter,
  channel,
  earlier,
  at: now,
}: Candidate): Ineligible | undefined {
  if (survey.status !== 'published') return no('NOT_PUBLISHED', 'The survey is not published.')
  if (patient.deletedAt !== undefined || encounter?.deletedAt !== undefined)
    return no('NOT_FOUND', 'There is no such record, or it is not one of your sites.')
  if (patient.contactConsent?.surveys?.status === 'refused')
    return no('CONSENT_REFUSED', 'The patient does not wish to be asked.')
  if (patient.birthDate && isMinor(patient.birthDate, now)) return no('MINOR', 'The patient is a child.')
  if (channel === 'email' && !patient.email) return no('NO_CONTACT', 'No e-mail address is known.')
  if (channel === 'sms' && !patient.phone) return no('NO_CONTACT', 'No phone number is known.')
  const counting = earlier.filter(({ status }) => status !== 'cancelled' && status !== 'undeliverable')
  if (encounter?.id && counting.some(({ encounterId }) => encounterId === encounter.id))
    return no('ALREADY_INVITED', 'This visit has been asked about already.')
  const since = new Date(Date.parse(now) - (survey.quarantineDays ?? 0) * 86_400_000).toISOString()
  if (counting.some(({ createdAt }) => createdAt !== undefined && createdAt > since))
    return no('QUARANTINED', `The patient was asked within the last ${survey.quarantineDays} days.`)
  return undefined
}

/** Whether somebody born on that day has not come of age at the instant. */
export function isMinor(birthDate: string, now: string): boolean {
  const comesOfAge = `${Number(birthDate.slice(0, 4)) + adultAge}${birthDate.slice(4)}`
  return now.slice(0, 10) < comesOfAge
}
