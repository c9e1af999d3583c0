import type { Response } from '#shared/entities/response.ts'
import { type DemoWriter, earlier, later } from '../demoWriter.ts'
import type { Visit } from '../patients/encounters.ts'
import { complaintCount } from '../patients/followUps.ts'
import type { Random } from '../random.ts'
import { writeOffCount } from '../settlements/writeOffs.ts'
import { type Sites, siteCodeOf } from '../sites.ts'
import { type CaseStory, languageOf, spokenAmount, storyByText, storyOf } from '../words/stories/index.ts'
import { afterWorkingMinutes } from '../workingHours.ts'
import type { Intake } from './intake.ts'

const types = [
  ['complaint', 40],
  ['payment-refusal', 24],
  ['approval-delay', 11],
  ['coverage-refusal', 10],
  ['enquiry', 8],
  ['compliment', 7],
] as const

const channels = [
  ['in-person', 36],
  ['phone', 24],
  ['email', 15],
  ['web', 11],
  ['follow-up', 6],
  ['letter', 4],
  ['social', 4],
] as const

function disputedMinorOf(random: Random, { disputed }: CaseStory, currency: string): number | undefined {
  if (!disputed) return undefined
  const riyals = Math.round(random.between(...disputed) / 5) * 5
  return currency === 'KWD' ? Math.round(riyals / 12) * 1000 + random.pick([0, 250, 500]) : riyals * 100
}

/** An intake at the desk, by phone or in writing, some days after the visit. */
function intakeAfterVisit(writer: DemoWriter, sites: Sites, random: Random, visit: Visit): Intake {
  const site = sites[siteCodeOf(sites, visit.encounter.siteId)]
  const language = languageOf(visit.patient)
  const story = storyOf(random, language, visit.department.name, random.weighted(types))
  const days = random.next() ** 2 * 9
  const startAt = later(`${visit.encounter.serviceOn}T09:00:00.000Z`, days * 24 * 60)
  const receivedAt = earlier(
    afterWorkingMinutes(site, startAt, random.between(5, 420)),
    later(writer.now, -random.between(30, 600)),
  )
  const disputedMinor = disputedMinorOf(random, story, site.currency)
  return { story, language, visit, site, receivedAt, channel: random.weighted(channels), disputedMinor }
}

/** The intake of a low score: the case opens without a person, with the comment of the response as its summary. */
function intakeFromResponse(sites: Sites, random: Random, visit: Visit, response: Response): Intake {
  const site = sites[siteCodeOf(sites, visit.encounter.siteId)]
  const language = languageOf(visit.patient)
  const { comment, submittedAt: receivedAt = '' } = response
  const story = storyByText(language, comment) ?? storyOf(random, language, visit.department.name, 'complaint')
  return { story, language, visit, site, receivedAt, channel: 'survey', response }
}

const fillText = (text: string, { language, visit, disputedMinor, site }: Intake): string =>
  text
    .replaceAll('{doctor}', visit.encounter.doctor ?? '')
    .replaceAll('{amount}', spokenAmount(language, disputedMinor ?? 0, site.currency))

/** The intake with the names and amounts filled into its texts. */
function fillTexts(intake: Intake): Intake {
  const { text, narrative, translation } = intake.story
  const texts = {
    text: fillText(text, intake),
    narrative: fillText(narrative, intake),
    ...(translation && { translation: fillText(translation, { ...intake, language: 'en' }) }),
  }
  return { ...intake, story: { ...intake.story, ...texts } }
}

const repeatCount = 3

/** Intakes by mail of patients who were at the desk with the same story the day before. */
function repeatsOf(writer: DemoWriter, random: Random, intakes: readonly Intake[]): Intake[] {
  const candidates = intakes.filter(
    ({ channel, receivedAt }) => channel === 'in-person' && receivedAt < writer.daysAgo(3),
  )
  return candidates.slice(-writer.count(repeatCount)).map((repeats) => {
    const receivedAt = later(repeats.receivedAt, random.between(700, 1500))
    return { ...repeats, receivedAt, channel: 'email' as const, repeats }
  })
}

/** Every intake in the order of time: one for each low score, the others some days after a visit. */
export function intakesOf(
  writer: DemoWriter,
  sites: Sites,
  visits: readonly Visit[],
  responses: readonly Response[],
): Intake[] {
  const random = writer.random('matters')
  const byVisit = new Map(visits.map((visit) => [`${visit.patient.id} ${visit.encounter.serviceOn}`, visit]))
  const low = responses.flatMap((response) => {
    const visit = response.lowScores?.length ? byVisit.get(`${response.patientId} ${response.serviceOn}`) : undefined
    return visit ? [intakeFromResponse(sites, random, visit, response)] : []
  })
  const lowVisits = new Set(low.map(({ visit }) => visit))
  // Some cases come from calls and from the last word of a payer.
  const elsewhere = writer.count(repeatCount) + writer.count(complaintCount) + writer.count(writeOffCount)
  const others = random
    .shuffled(visits.filter((visit) => !lowVisits.has(visit) && visit.encounter.serviceOn < writer.now.slice(0, 10)))
    .slice(0, Math.max(0, writer.count(300) - elsewhere - low.length))
    .map((visit) => intakeAfterVisit(writer, sites, random, visit))
  const intakes = [...low, ...others].map(fillTexts)
  return [...intakes, ...repeatsOf(writer, random, intakes)].sort((a, b) => (a.receivedAt < b.receivedAt ? -1 : 1))
}
