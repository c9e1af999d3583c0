import { Patient } from '#shared/entities/patient.ts'
import type { Site } from '#shared/entities/site.ts'
import type { Chance } from '../chance.ts'
import type { Staff } from '../people.ts'
import { dayLater, later, type Scene } from '../scene.ts'
import type { SiteCode } from '../sites.ts'
import { names } from '../words/names.ts'

type Language = keyof typeof names

const siteShares = [
  ['PALM', 50],
  ['CORAL', 33],
  ['HARB', 17],
] as const

const languageShares: Readonly<Record<SiteCode, readonly (readonly [Language, number])[]>> = {
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

/** Phone numbers of the demo carry 555, as invented numbers do in films. */
function phoneOf(chance: Chance, code: SiteCode): string {
  const last = String(chance.between(0, 9999)).padStart(4, '0')
  return code === 'HARB' ? `+965${chance.pick(['5', '6', '9'])}555${last}` : `+9665${chance.between(0, 9)}555${last}`
}

const homePhone: Readonly<Partial<Record<Language, (chance: Chance) => string>>> = {
  en: (chance) => `+447700900${chance.between(100, 999)}`,
  zh: (chance) => `+86138555${chance.between(10_000, 99_999)}`,
  it: (chance) => `+39333555${chance.between(1000, 9999)}`,
  lv: (chance) => `+3712555${chance.between(1000, 9999)}`,
}

function nameOf(chance: Chance, language: Language, sex: 'male' | 'female') {
  const { [sex]: given, male, family, isFamilyFirst } = names[language]
  const [first, last] = [chance.pick(given), chance.pick(family)[sex]]
  const father = language === 'ar' ? ` ${chance.pick(male).written}` : ''
  return {
    name: isFamilyFirst ? `${last.written}${first.written}` : `${first.written}${father} ${last.written}`,
    handle: `${first.latin}.${last.latin}${chance.between(1, 99)}`,
  }
}

const consentOf = (chance: Chance, now: string, by: string) => {
  const answer = (granted: number) => ({
    status: chance.weighted([
      ['granted', granted],
      ['refused', (100 - granted) / 2],
      ['unknown', (100 - granted) / 2],
    ] as const),
    at: now,
    by,
  })
  return { calls: answer(92), visits: answer(70), surveys: answer(95), marketing: answer(35) }
}

const ageOf = (chance: Chance): number => (chance.isTrue(0.05) ? chance.between(2, 17) : chance.between(18, 82))

/** Registers the patients of all sites over three years, in five languages. */
export async function registerPatients(scene: Scene, sites: Readonly<Record<SiteCode, Site>>, staff: Staff) {
  const chance = scene.chance('patients')
  const total = scene.count(400)
  const changes = []
  for (let n = 0; n < total; n++) {
    const code = chance.weighted(siteShares)
    const siteId = sites[code].id
    const now = scene.daysAgo(1100 - (965 * (n + chance.next())) / total)
    const by = chance.pick(staff.at(siteId, 'front-desk'))
    const language = chance.weighted(languageShares[code])
    const sex = chance.pick(['female', 'male'] as const)
    const { name, handle } = nameOf(chance, language, sex)
    const home = homePhone[language]
    const body = {
      siteId,
      name,
      memberNumber: `M-${100_000 + n * 7 + chance.between(0, 6)}`,
      phone: phoneOf(chance, code),
      ...(home && chance.isTrue(0.4) && { altPhone: home(chance) }),
      ...(chance.isTrue(0.85) && { email: `${handle}@example.org` }),
      ...(chance.isTrue(0.6) && { address: chance.pick(districts[code]) }),
      language,
      birthDate: dayLater(now.slice(0, 10), -Math.round((ageOf(chance) + chance.next()) * 365.25)),
      sex,
      ...(chance.isTrue(0.6) && {
        nationalId: `${language === 'ar' ? 1 : 2}${chance.between(100_000_000, 999_999_999)}`,
      }),
      isVip: chance.isTrue(0.04),
      contactConsent: consentOf(chance, later(now, 3), by.name),
      ...(chance.isTrue(0.06) && { notes: chance.pick(notes) }),
    }
    changes.push(await scene.create(Patient, body, { at: now, by, id: chance.id(Patient, now) }))
  }
  return scene.writeAs(Patient, changes)
}
