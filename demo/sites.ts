import { Site } from '#shared/entities/site.ts'
import type { DemoWriter } from './demoWriter.ts'

const morning = { from: '08:00', to: '12:30' }
const afternoon = { from: '13:30', to: '17:00' }
const whole = { from: '08:00', to: '20:00' }
const evening = { from: '16:00', to: '20:00' }

const weekOf = (weekday: object[], saturday: object[]) => ({
  sunday: weekday,
  monday: weekday,
  tuesday: weekday,
  wednesday: weekday,
  thursday: weekday,
  friday: [],
  saturday,
})

const holidaysOf = (now: string, days: readonly string[]) =>
  [-1, 0, 1].flatMap((years) => days.map((day) => ({ on: `${Number(now.slice(0, 4)) + years}-${day}` })))

const sitesOf = (now: string) => [
  {
    name: 'Palm Hospital',
    nameAr: 'مستشفى النخيل',
    code: 'PALM',
    timeZone: 'Asia/Riyadh',
    currency: 'SAR',
    languages: ['ar', 'en', 'zh', 'it', 'lv'],
    phone: '+966 11 555 0100',
    accent: '#0f766e',
    calendar: { ...weekOf([whole], [morning]), holidays: holidaysOf(now, ['02-22', '09-23']) },
  },
  {
    name: 'Coral Hospital',
    nameAr: 'مستشفى المرجان',
    code: 'CORAL',
    timeZone: 'Asia/Riyadh',
    currency: 'SAR',
    languages: ['ar', 'en', 'it'],
    phone: '+966 12 555 0140',
    accent: '#b45309',
    calendar: { ...weekOf([morning, afternoon], []), holidays: holidaysOf(now, ['02-22', '09-23']) },
  },
  {
    name: 'Harbour Clinic',
    nameAr: 'عيادة الميناء',
    code: 'HARB',
    timeZone: 'Asia/Kuwait',
    currency: 'KWD',
    languages: ['ar', 'en'],
    phone: '+965 2555 0170',
    accent: '#4338ca',
    calendar: { ...weekOf([morning, evening], [morning]), holidays: holidaysOf(now, ['01-01', '02-25', '02-26']) },
  },
]

/** Code of a site of the demo. */
export type SiteCode = 'PALM' | 'CORAL' | 'HARB'

/** The sites of the demo by their codes. */
export type Sites = Readonly<Record<SiteCode, Site>>

/** Creates two hospitals in Saudi Arabia and a clinic in Kuwait. */
export async function createSites(writer: DemoWriter): Promise<Sites> {
  const random = writer.random('sites')
  const at = writer.daysAgo(900)
  const changes = sitesOf(writer.now).map((body) => writer.create(Site, body, { at, id: random.id(Site, at) }))
  const [PALM, CORAL, HARB] = await writer.writeAs(Site, await Promise.all(changes))
  if (!PALM || !CORAL || !HARB) throw new Error('A site is missing')
  return { PALM, CORAL, HARB }
}

/** The code of a site by its id. */
export function siteCodeOf(sites: Sites, siteId: string): SiteCode {
  if (siteId === sites.PALM.id) return 'PALM'
  return siteId === sites.CORAL.id ? 'CORAL' : 'HARB'
}
