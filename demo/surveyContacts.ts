import { recordAs } from '#shared/declaration/entity.ts'
import { Case } from '#shared/entities/case.ts'
import type { Survey } from '#shared/entities/survey.ts'
import type { CaseHistory } from './cases/caseHistory.ts'
import type { Chance } from './chance.ts'
import type { Visit } from './patients/encounters.ts'
import { later, type Scene } from './scene.ts'
import type { Surveys } from './surveys/surveys.ts'

/** Somebody to be asked about a visit, by which survey, and when. */
export interface SurveyContact extends Visit {
  readonly survey: Survey
  readonly at: string
  /** The day the answers count for: of the visit, or of the closing of a case. */
  readonly serviceOn: string
  /** Whether the visit itself is what is asked about. */
  readonly isAboutVisit: boolean
}

const childUntil = 18 * 365.25

/** Whether somebody is asked at all: an adult who may be asked and can be reached. */
function isEligible({ patient, encounter }: Visit): boolean {
  const { birthDate = '', contactConsent, email, phone } = patient
  const age = (Date.parse(encounter.serviceOn) - Date.parse(birthDate)) / 86_400_000
  return contactConsent?.surveys?.status !== 'refused' && Boolean(email ?? phone) && age > childUntil
}

const inOrder = (asked: readonly SurveyContact[]): SurveyContact[] => [...asked].sort((a, b) => (a.at < b.at ? -1 : 1))

/** Patients are asked the day after a visit or a discharge; one in five of the insured about the approval instead. */
export function askedAfterVisits(scene: Scene, visits: readonly Visit[], surveys: Surveys): SurveyContact[] {
  const chance = scene.chance('asked')
  const surveyOf = ({ encounter: { careType, coverageId } }: Visit): Survey => {
    if (careType === 'in') return surveys.inpatient
    return coverageId && chance.isTrue(0.2) ? surveys.insuranceApproval : surveys.outpatient
  }
  const asked = visits.filter(isEligible).flatMap((visit): SurveyContact[] => {
    const { careType, serviceOn, dischargedOn } = visit.encounter
    if (careType === 'in' && !dischargedOn) return []
    const now = nextMorning(chance, dischargedOn ?? serviceOn)
    return [{ ...visit, survey: surveyOf(visit), at: now, serviceOn, isAboutVisit: true }]
  })
  return inOrder(asked.filter(({ at: now }) => now < scene.now))
}

/** Whoever complained is asked the day after the case was closed. */
export function askedAfterCases(scene: Scene, courses: readonly CaseHistory[], surveys: Surveys): SurveyContact[] {
  const chance = scene.chance('complainants asked')
  const asked = courses.flatMap(({ matter: { visit }, stored }): SurveyContact[] => {
    const { status, closedAt } = recordAs(Case, stored.record)
    if (status !== 'closed' || !closedAt || !isEligible(visit)) return []
    const serviceOn = closedAt.slice(0, 10)
    const now = nextMorning(chance, serviceOn)
    return [{ ...visit, survey: surveys.afterComplaint, at: now, serviceOn, isAboutVisit: false }]
  })
  return inOrder(asked.filter(({ at: now }) => now < scene.now))
}

const nextMorning = (chance: Chance, day: string): string =>
  later(`${day}T06:30:00.000Z`, 24 * 60 + chance.between(0, 540))
