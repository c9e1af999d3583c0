import type { Encounter } from '#shared/entities/encounter.ts'
import type { Invitation } from '#shared/entities/invitation.ts'
import type { Patient } from '#shared/entities/patient.ts'
import type { Survey } from '#shared/entities/survey.ts'
import { type Refusal, refuse } from '#shared/refusals.ts'

/** What is known when somebody is to be invited. */
export interface Candidate {
  readonly survey: Partial<Survey>
  readonly patient: Partial<Patient>
  readonly encounter?: Partial<Encounter>
  readonly channel: Invitation['channel']
  /** Earlier invitations of the patient, of every survey. */
  readonly earlier: readonly Partial<Invitation>[]
  /** The department of the visit is left out of surveys. */
  readonly isExcluded?: boolean
  /** Now, UTC. */
  readonly now: string
}

/** Age in years from which a patient is asked without a guardian. */
const adultAge = 18

/** Why the patient must not be invited to this survey by this channel now; undefined when nothing is against it. */
export function ineligible({
  survey,
  patient,
  encounter,
  channel,
  earlier,
  isExcluded,
  now,
}: Candidate): Refusal | undefined {
  if (survey.status !== 'published') return refuse('NOT_PUBLISHED')
  if (patient.deletedAt !== undefined || encounter?.deletedAt !== undefined) return refuse('NOT_FOUND')
  if (isExcluded) return refuse('DEPARTMENT_EXCLUDED')
  if (patient.mergedIntoId !== undefined) return refuse('PATIENT_MERGED')
  if (patient.contactConsent?.surveys?.status === 'refused') return refuse('CONSENT_REFUSED')
  if (patient.birthDate && isMinor(patient.birthDate, now)) return refuse('MINOR')
  if (channel === 'email' && !patient.email) return refuse('NO_EMAIL')
  if (channel === 'sms' && !patient.phone) return refuse('NO_PHONE')
  const counting = earlier.filter(({ status }) => status !== 'cancelled' && status !== 'undeliverable')
  if (encounter?.id && counting.some(({ encounterId }) => encounterId === encounter.id))
    return refuse('ALREADY_INVITED')
  const since = new Date(Date.parse(now) - (survey.quarantineDays ?? 0) * 86_400_000).toISOString()
  if (counting.some(({ createdAt }) => createdAt !== undefined && createdAt > since))
    return refuse('QUARANTINED', { days: survey.quarantineDays ?? 0 })
  return undefined
}

/** Whether somebody born on that day has not come of age at the instant. */
export function isMinor(birthDate: string, now: string): boolean {
  const comesOfAge = `${Number(birthDate.slice(0, 4)) + adultAge}${birthDate.slice(4)}`
  return now.slice(0, 10) < comesOfAge
}
