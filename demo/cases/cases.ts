import type { StoredRecord } from '#functions/platform/store/item.ts'
import { recordAs } from '#shared/declaration/entity.ts'
import type { Response } from '#shared/entities/response.ts'
import { SettlementFile } from '#shared/entities/settlementFile.ts'
import type { Site } from '#shared/entities/site.ts'
import type { Chance } from '../chance.ts'
import { workedAfter } from '../office.ts'
import type { Visit } from '../patients/encounters.ts'
import type { Staff } from '../people.ts'
import { earlier, later, type Scene } from '../scene.ts'
import { codeOf, type SiteCode } from '../sites.ts'
import { languageOf, type Story, spoken, storyOf, storyToldAs } from '../words/stories/index.ts'
import { type CaseHistory, coursesOf } from './caseHistory.ts'
import type { Matter } from './matter.ts'

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

function disputed(chance: Chance, { disputed: range }: Story, currency: string): number | undefined {
  if (!range) return undefined
  const riyals = Math.round(chance.between(...range) / 5) * 5
  return currency === 'KWD' ? Math.round(riyals / 12) * 1000 + chance.pick([0, 250, 500]) : riyals * 100
}

/** A matter raised at the desk, by phone or in writing, some days after the visit. */
function rememberedMatter(scene: Scene, sites: Readonly<Record<SiteCode, Site>>, chance: Chance, visit: Visit): Matter {
  const site = sites[codeOf(sites, visit.encounter.siteId)]
  const language = languageOf(visit.patient)
  const story = storyOf(chance, language, visit.department.name, chance.weighted(types))
  const days = chance.next() ** 2 * 9
  const receivedAt = earlier(
    workedAfter(site, later(`${visit.encounter.serviceOn}T09:00:00.000Z`, days * 24 * 60), chance.between(5, 420)),
    later(scene.now, -chance.between(30, 600)),
  )
  const disputedMinor = disputed(chance, story, site.currency)
  return { story, language, visit, site, receivedAt, channel: chance.weighted(channels), disputedMinor }
}

/** A low score of a survey: the case opens by itself, with the words written into the last box. */
function scoredMatter(
  sites: Readonly<Record<SiteCode, Site>>,
  chance: Chance,
  visit: Visit,
  response: Response,
): Matter {
  const site = sites[codeOf(sites, visit.encounter.siteId)]
  const language = languageOf(visit.patient)
  const story = storyToldAs(language, response.comment) ?? storyOf(chance, language, visit.department.name, 'complaint')
  return { story, language, visit, site, receivedAt: response.submittedAt ?? '', channel: 'survey', response }
}

const filled = (text: string, { language, visit, disputedMinor, site }: Matter): string =>
  text
    .replaceAll('{doctor}', visit.encounter.doctor ?? '')
    .replaceAll('{amount}', spoken(language, disputedMinor ?? 0, site.currency))

/** The matter with every gap in its words filled. */
const written = (matter: Matter): Matter => {
  const { told, retold, translated } = matter.story
  const texts = {
    told: filled(told, matter),
    retold: filled(retold, matter),
    ...(translated && { translated: filled(translated, { ...matter, language: 'en' }) }),
  }
  return { ...matter, story: { ...matter.story, ...texts } }
}

const repeated = 3

/** Some write a mail about what they have told at the desk the day before. */
function again(scene: Scene, chance: Chance, told: readonly Matter[]): Matter[] {
  const candidates = told.filter(({ channel, receivedAt }) => channel === 'in-person' && receivedAt < scene.daysAgo(3))
  return candidates.slice(-scene.count(repeated)).map((repeats) => {
    const receivedAt = later(repeats.receivedAt, chance.between(700, 1500))
    return { ...repeats, receivedAt, channel: 'email' as const, repeats }
  })
}

/** All matters in the order they came in: one for each low score, the others as people remember their visits. */
function mattersOf(
  scene: Scene,
  sites: Readonly<Record<SiteCode, Site>>,
  visits: readonly Visit[],
  responses: readonly Response[],
): Matter[] {
  const chance = scene.chance('matters')
  const byVisit = new Map(visits.map((visit) => [`${visit.patient.id} ${visit.encounter.serviceOn}`, visit]))
  const low = responses.flatMap((response) => {
    const visit = response.lowScores?.length ? byVisit.get(`${response.patientId} ${response.serviceOn}`) : undefined
    return visit ? [scoredMatter(sites, chance, visit, response)] : []
  })
  const raisedBy = new Set(low.map(({ visit }) => visit))
  const others = chance
    .shuffled(visits.filter((visit) => !raisedBy.has(visit) && visit.encounter.serviceOn < scene.now.slice(0, 10)))
    .slice(0, Math.max(0, scene.count(300) - scene.count(repeated) - low.length))
    .map((visit) => rememberedMatter(scene, sites, chance, visit))
  const told = [...low, ...others].map(written)
  return [...told, ...again(scene, chance, told)].sort((a, b) => (a.receivedAt < b.receivedAt ? -1 : 1))
}

/** Takes in every matter and works on it as far as time allows; returns the cases as they stand at the end. */
export async function workOnCases(
  scene: Scene,
  sites: Readonly<Record<SiteCode, Site>>,
  staff: Staff,
  visits: readonly Visit[],
  responses: readonly Response[],
  files: readonly StoredRecord[],
): Promise<CaseHistory[]> {
  const fileOf = new Map(
    files.map(({ record }) => {
      const { id, encounterId } = recordAs(SettlementFile, record)
      return [encounterId, id]
    }),
  )
  const matters = mattersOf(scene, sites, visits, responses)
  return coursesOf(scene, staff, matters, (matter) => fileOf.get(matter.visit.encounter.id))
}
