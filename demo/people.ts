import type { Actor } from '#shared/declaration/access.ts'
import { type Role, roles } from '#shared/declaration/roles.ts'
import type { Site } from '#shared/entities/site.ts'
import { User } from '#shared/entities/user.ts'
import type { EnsureUser } from './options.ts'
import type { Scene } from './scene.ts'
import type { SiteCode } from './sites.ts'

const password = 'Redress-demo-1'

interface DemoPerson {
  readonly login: string
  readonly name: string
  readonly roles: readonly Role[]
  readonly at: readonly SiteCode[]
  readonly language: 'en' | 'ar' | 'it' | 'lv'
}

const everywhere: readonly SiteCode[] = ['PALM', 'CORAL', 'HARB']
const person = (
  login: string,
  name: string,
  held: readonly Role[],
  at: readonly SiteCode[] = ['PALM'],
  language: DemoPerson['language'] = 'en',
): DemoPerson => ({ login, name, roles: held, at, language })

/** One person per role, who signs in with it, and one who holds them all. */
const logins: readonly DemoPerson[] = [
  person('front-desk', 'Maha Jaber', ['front-desk']),
  person('officer', 'Huda Nasser', ['officer']),
  person('clinician', 'Dr. Lina Aziz', ['clinician']),
  person('unit-manager', 'Salem Rashid', ['unit-manager']),
  person('director', 'Dr. Amal Kanaan', ['director'], everywhere),
  person('insurance-clerk', 'Bushra Tamim', ['insurance-clerk']),
  person('accountant', 'Rami Odeh', ['accountant']),
  person('accounts-supervisor', 'Ghada Sabri', ['accounts-supervisor'], everywhere),
  person('services-manager', 'Tariq Mansour', ['services-manager'], everywhere),
  person('delegate', 'Nabil Fares', ['delegate'], everywhere),
  person('auditor', 'Ingrid Holm', ['auditor'], everywhere),
  person('admin', 'Sami Darwish', ['admin'], everywhere),
  person('everyone', 'Dana Qasim', roles, everywhere),
]

const colleagues: readonly DemoPerson[] = [
  person('reem.shaheen', 'Reem Shaheen', ['officer'], ['PALM'], 'ar'),
  person('elina.berzina', 'Elīna Bērziņa', ['officer'], ['PALM', 'CORAL'], 'lv'),
  person('omar.haddad', 'Dr. Omar Haddad', ['clinician'], ['CORAL', 'HARB']),
  person('zahra.idris', 'Zahra Idris', ['front-desk', 'insurance-clerk'], ['PALM'], 'ar'),
  person('khalid.mirza', 'Khalid Mirza', ['front-desk'], ['CORAL'], 'ar'),
  person('paola.conti', 'Paola Conti', ['officer'], ['CORAL'], 'it'),
  person('fawaz.amin', 'Fawaz Amin', ['officer'], ['CORAL'], 'ar'),
  person('samira.yassin', 'Samira Yassin', ['unit-manager'], ['CORAL']),
  person('noor.hakim', 'Noor Hakim', ['insurance-clerk'], ['CORAL'], 'ar'),
  person('peter.lindqvist', 'Peter Lindqvist', ['accountant'], ['CORAL', 'PALM']),
  person('aisha.marzouq', 'Aisha Marzouq', ['front-desk', 'insurance-clerk'], ['HARB'], 'ar'),
  person('yousef.behzad', 'Yousef Behzad', ['officer', 'unit-manager'], ['HARB'], 'ar'),
  person('grace.mensah', 'Grace Mensah', ['accountant'], ['HARB']),
]

/** Who works where, to be asked for by what they do. */
export class Staff {
  constructor(private readonly actors: readonly Actor[]) {}

  /** Everyone of a site who holds a role, but for the login that holds all of them. */
  at(site: string, role: Role): readonly Actor[] {
    const found = this.actors.filter((actor) => actor.siteIds.includes(site) && actor.roles.includes(role))
    if (found.length === 0) throw new Error(`Nobody is ${role} there`)
    return found
  }
}

/** Gives everybody a login and a user record; without the colleagues there is one person per role. */
export async function hire(
  scene: Scene,
  sites: Readonly<Record<SiteCode, Site>>,
  ensureUser: EnsureUser,
  isAlone: boolean,
): Promise<Staff> {
  const chance = scene.chance('people')
  const now = scene.daysAgo(800)
  const changes = []
  for (const { login, name, roles: held, at: codes, language } of isAlone ? logins : [...logins, ...colleagues]) {
    const email = `${login}@redress.test`
    const { subject } = await ensureUser({ email, password, groups: held })
    const siteIds = codes.map((code) => sites[code].id)
    const body = { name, email, roles: [...held], siteIds, language, isActive: true }
    changes.push(await scene.create(User, body, { at: now, facts: { subject }, id: chance.id(User, now) }))
  }
  const written = await scene.writeAs(User, changes)
  return new Staff(
    written
      .map(({ id, name, roles: held, siteIds }) => ({ userId: id, name, roles: held, siteIds }))
      .filter(({ roles: held }) => held.length < roles.length),
  )
}
