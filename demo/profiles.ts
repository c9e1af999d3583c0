import type { Site } from '#shared/entities/site.ts'
import { SiteProfile } from '#shared/entities/siteProfile.ts'
import type { DemoWriter } from './demoWriter.ts'
import type { Sites } from './sites.ts'
import { takeSteps } from './takeSteps.ts'
import type { Staff } from './users.ts'

const followUpText = {
  en: 'Good day, this is patient relations. We spoke about your complaint. Is everything as it was promised to you?',
  ar: 'مساء الخير، معكم علاقات المرضى. تحدثنا عن شكواكم. هل تم كل شيء كما وُعدتم؟',
}
const statutoryLetterText = {
  en: 'We have looked into your complaint of the day named above. This is what we found, and what we do about it.',
  ar: 'نظرنا في شكواكم المؤرخة أعلاه. فيما يلي ما توصلنا إليه وما سنفعله حياله.',
}

/** A version as the demo writes it: published so many days before its end, a draft without a number. */
interface DemoProfile {
  readonly site: Site
  readonly name: string
  readonly daysAgo?: number
  readonly values: Readonly<Record<string, unknown>>
}

const riyals = { limitAMinor: 50_000, limitBMinor: 500_000 }
const dinars = { limitAMinor: 50_000, limitBMinor: 400_000 }
const letter = { hasStatutoryLetter: true, statutoryLetterText }

const profilesOf = ({ PALM, CORAL, HARB }: Sites): DemoProfile[] => [
  { site: PALM, name: 'Opening', daysAgo: 790, values: riyals },
  { site: CORAL, name: 'Opening', daysAgo: 790, values: { ...riyals, specialReportDays: 7 } },
  { site: HARB, name: 'Opening', daysAgo: 790, values: { ...dinars, contactTo: '21:00' } },
  { site: PALM, name: 'With the letter of the ministry', daysAgo: 60, values: { ...riyals, ...letter } },
  { site: PALM, name: 'Quicker answers', values: { ...riyals, ...letter, responseDays: 5, extensionNoticeDays: 4 } },
]

/** Gives every site a profile in force; the first hospital has an older one and a draft besides. */
export async function createProfiles(writer: DemoWriter, sites: Sites, staff: Staff): Promise<void> {
  const random = writer.random('profiles')
  const [director] = staff.withRole(sites.PALM.id, 'director')
  if (!director) throw new Error('The director is missing')
  for (const { site, name, daysAgo, values } of profilesOf(sites)) {
    const at = writer.daysAgo(daysAgo ?? 5)
    const body = { siteId: site.id, name, followUpText, ...values }
    const id = random.id(SiteProfile, at)
    const stored = await writer.write([await writer.create(SiteProfile, body, { at, by: director, id })])
    const steps = daysAgo === undefined ? [] : [{ at, by: director, action: 'publish' }]
    await takeSteps(
      writer,
      SiteProfile,
      stored.map((each) => ({ stored: each, steps })),
    )
  }
}
