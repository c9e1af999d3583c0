import { Patient } from '#shared/entities/patient.ts'
import { type DemoWriter, dayLater, later } from '../demoWriter.ts'
import type { Random } from '../random.ts'
import type { SiteCode, Sites } from '../sites.ts'
import type { Staff } from '../users.ts'
import { names } from '../words/names.ts'

type NameLanguage = keyof typeof names

const siteShares = [
  ['PALM', 50],
  ['CORAL', 33],
  ['HARB', 17],
] as const

const languageShares: Readonly<Record<SiteCode, readonly (readonly [NameLanguage, number])[]>> = {
  PALM: [
    ['ar', 56],
    ['en', 18],
    ['zh', 10],
    ['it', 7],
    ['lv', 9],
  ],
  CORAL: [
    ['ar', 62],
    ['en', 17],
    ['it', 14],
    ['zh', 7],
  ],
  HARB: [
    ['ar', 70],
    ['en', 22],
    ['lv', 8],
  ],
}

const districts: Readonly<Record<SiteCode, readonly string[]>> = {
  PALM: ['حي الياسمين، الرياض', 'حي الملقا، الرياض', 'Al Olaya District, Riyadh', 'Diplomatic Quarter, Riyadh'],
  CORAL: ['حي الشاطئ، جدة', 'حي الروضة، جدة', 'Al Hamra District, Jeddah', 'Obhur, Jeddah'],
  HARB: ['السالمية، الكويت', 'حولي، الكويت', 'Salmiya, Kuwait', 'Mishref, Kuwait'],
}

const notes = [
  'Prefers to be called after 16:00.',
  'Hard of hearing on the left side; speak slowly, face to face.',
  'Asks for a female officer.',
  'يفضّل التواصل عبر الرسائل النصية.',
  'Her son interprets; his number is the second one.',
  'Uses a wheelchair; meet on the ground floor.',
]

/** Phone numbers of the demo processBatch 555, as invented numbers do in films. */
function phoneOf(random: Random, code: SiteCode): string {
  const last = String(random.between(0, 9999)).padStart(4, '0')
  return code === 'HARB' ? `+965${random.pick(['5', '6', '9'])}555${last}` : `+9665${random.between(0, 9)}555${last}`
}

const homePhone: Readonly<Partial<Record<NameLanguage, (random: Random) => string>>> = {
  en: (random) => `+447700900${random.between(100, 999)}`,
  zh: (random) => `+86138555${random.between(10_000, 99_999)}`,
  it: (random) => `+39333555${random.between(1000, 9999)}`,
  lv: (random) => `+3712555${random.between(1000, 9999)}`,
}

function nameOf(random: Random, language: NameLanguage, sex: 'male' | 'female') {
  const { [sex]: firstNames, male, family, isFamilyFirst } = names[language]
  const [first, last] = [random.pick(firstNames), random.pick(family)[sex]]
  const father = language === 'ar' ? ` ${random.pick(male).written}` : ''
  return {
    name: isFamilyFirst ? `${last.written}${first.written}` : `${first.written}${father} ${last.written}`,
    handle: `${first.latin}.${last.latin}${random.between(1, 99)}`,
  }
}

const consentOf = (random: Random, at: string, by: string) => {
  const answer = (granted: number) => ({
    status: random.weighted([
      ['granted', granted],
      ['refused', (100 - granted) / 2],
      ['unknown', (100 - granted) / 2],
    ] as const),
    at,
    by,
  })
  return { calls: answer(92), visits: answer(70), surveys: answer(95), marketing: answer(35) }
}

const ageOf = (random: Random): number => (random.isTrue(0.05) ? random.between(2, 17) : random.between(18, 82))

/** Creates the patients of all sites, who speak five languages and were registered over three years. */
export async function createPatients(writer: DemoWriter, sites: Sites, staff: Staff) {
  const random = writer.random('patients')
  const total = writer.count(400)
  const changes = []
  for (let index = 0; index < total; index++) {
    const code = random.weighted(siteShares)
    const siteId = sites[code].id
    const at = writer.daysAgo(1100 - (965 * (index + random.next())) / total)
    const by = random.pick(staff.withRole(siteId, 'front-desk'))
    const language = random.weighted(languageShares[code])
    const sex = random.pick(['female', 'male'] as const)
    const { name, handle } = nameOf(random, language, sex)
    const home = homePhone[language]
    const body = {
      siteId,
      name,
      memberNumber: `M-${100_000 + index * 7 + random.between(0, 6)}`,
      phone: phoneOf(random, code),
      ...(home && random.isTrue(0.4) && { altPhone: home(random) }),
      ...(random.isTrue(0.85) && { email: `${handle}@example.org` }),
      ...(random.isTrue(0.6) && { address: random.pick(districts[code]) }),
      language,
      birthDate: dayLater(at.slice(0, 10), -Math.round((ageOf(random) + random.next()) * 365.25)),
      sex,
      ...(random.isTrue(0.6) && {
        nationalId: `${language === 'ar' ? 1 : 2}${random.between(100_000_000, 999_999_999)}`,
      }),
      isVip: random.isTrue(0.04),
      contactConsent: consentOf(random, later(at, 3), by.name),
      ...(random.isTrue(0.06) && { notes: random.pick(notes) }),
    }
    changes.push(await writer.create(Patient, body, { at, by, id: random.id(Patient, at) }))
  }
  return writer.writeAs(Patient, changes)
}
