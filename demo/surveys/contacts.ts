import { recordAs } from '#shared/declaration/entity.ts'
import { Case } from '#shared/entities/case.ts'
import type { Survey } from '#shared/entities/survey.ts'
import type { DemoCase } from '../cases/cases.ts'
import { type DemoWriter, later } from '../demoWriter.ts'
import type { Visit } from '../patients/encounters.ts'
import type { Random } from '../random.ts'
import type { Surveys } from './surveys.ts'

/** A patient who is invited to a survey about a visit, and when. */
export interface SurveyContact extends Visit {
  readonly survey: Survey
  readonly at: string
  /** The day that the answers count for: the day of the visit, or the day on which the case was closed. */
  readonly serviceOn: string
  /** Whether the survey asks about the visit itself. */
  readonly isAboutVisit: boolean
}

const adultDays = 18 * 365.25

/** Whether a patient is invited at all: an adult who did not refuse surveys and has an address. */
function isEligible({ patient, encounter }: Visit): boolean {
  const { birthDate = '', contactConsent, email, phone } = patient
  const age = (Date.parse(encounter.serviceOn) - Date.parse(birthDate)) / 86_400_000
  return contactConsent?.surveys?.status !== 'refused' && Boolean(email ?? phone) && age > adultDays
}

/** The contacts before the end of the demo, in the order of time. */
const inOrder = (writer: DemoWriter, contacts: readonly SurveyContact[]): SurveyContact[] =>
  contacts.filter(({ at }) => at < writer.now).sort((a, b) => (a.at < b.at ? -1 : 1))

/** Contacts on the day after a visit or a discharge; one in five insured patients is asked about the approval instead. */
export function contactsAfterVisits(writer: DemoWriter, visits: readonly Visit[], surveys: Surveys): SurveyContact[] {
  const random = writer.random('asked')
  const surveyOf = ({ encounter: { careType, coverageId } }: Visit): Survey => {
    if (careType === 'in') return surveys.inpatient
    return coverageId && random.isTrue(0.2) ? surveys.insuranceApproval : surveys.outpatient
  }
  const contacts = visits.filter(isEligible).flatMap((visit): SurveyContact[] => {
    const { careType, serviceOn, dischargedOn } = visit.encounter
    if (careType === 'in' && !dischargedOn) return []
    const at = nextMorning(random, dischargedOn ?? serviceOn)
    return [{ ...visit, survey: surveyOf(visit), at, serviceOn, isAboutVisit: true }]
  })
  return inOrder(writer, contacts)
}

/** Contacts with complainants on the day after their case was closed. */
export function contactsAfterCases(writer: DemoWriter, cases: readonly DemoCase[], surveys: Surveys): SurveyContact[] {
  const random = writer.random('complainants asked')
  const contacts = cases.flatMap(({ intake: { visit }, stored }): SurveyContact[] => {
    const { status, closedAt } = recordAs(Case, stored.record)
    if (status !== 'closed' || !closedAt || !isEligible(visit)) return []
    const serviceOn = closedAt.slice(0, 10)
    const at = nextMorning(random, serviceOn)
    return [{ ...visit, survey: surveys.afterComplaint, at, serviceOn, isAboutVisit: false }]
  })
  // A patient with two cases gets one invitation a day: its id is derived from the patient and the day.
  const byDay = new Map(contacts.map((contact) => [`${contact.patient.id} ${contact.at.slice(0, 10)}`, contact]))
  return inOrder(writer, [...byDay.values()])
}

const nextMorning = (random: Random, day: string): string =>
  later(`${day}T06:30:00.000Z`, 24 * 60 + random.between(0, 540))
