import type { Actor } from '#shared/declaration/access.ts'
import { type Role, roles } from '#shared/declaration/roles.ts'
import { User } from '#shared/entities/user.ts'
import type { EnsureUser } from './demoOptions.ts'
import type { DemoWriter } from './demoWriter.ts'
import type { SiteCode, Sites } from './sites.ts'

const password = 'Redress-demo-1'

interface DemoUser {
  readonly login: string
  readonly name: string
  readonly roles: readonly Role[]
  readonly siteCodes: readonly SiteCode[]
  readonly language: 'en' | 'ar' | 'it' | 'lv'
}

const everywhere: readonly SiteCode[] = ['PALM', 'CORAL', 'HARB']
const user = (
  login: string,
  name: string,
  userRoles: readonly Role[],
  siteCodes: readonly SiteCode[] = ['PALM'],
  language: DemoUser['language'] = 'en',
): DemoUser => ({ login, name, roles: userRoles, siteCodes, language })

/** One user per role, with the role as login, and one with all roles. */
const logins: readonly DemoUser[] = [
  user('front-desk', 'Maha Jaber', ['front-desk']),
  user('officer', 'Huda Nasser', ['officer']),
  user('clinician', 'Dr. Lina Aziz', ['clinician']),
  user('unit-manager', 'Salem Rashid', ['unit-manager']),
  user('director', 'Dr. Amal Kanaan', ['director'], everywhere),
  user('insurance-clerk', 'Bushra Tamim', ['insurance-clerk']),
  user('accountant', 'Rami Odeh', ['accountant']),
  user('accounts-supervisor', 'Ghada Sabri', ['accounts-supervisor'], everywhere),
  user('services-manager', 'Tariq Mansour', ['services-manager'], everywhere),
  user('delegate', 'Nabil Fares', ['delegate'], everywhere),
  user('auditor', 'Ingrid Holm', ['auditor'], everywhere),
  user('admin', 'Sami Darwish', ['admin'], everywhere),
  user('everyone', 'Dana Qasim', roles, everywhere),
]

const colleagues: readonly DemoUser[] = [
  user('reem.shaheen', 'Reem Shaheen', ['officer'], ['PALM'], 'ar'),
  user('elina.berzina', 'Elīna Bērziņa', ['officer'], ['PALM', 'CORAL'], 'lv'),
  user('omar.haddad', 'Dr. Omar Haddad', ['clinician'], ['CORAL', 'HARB']),
  user('zahra.idris', 'Zahra Idris', ['front-desk', 'insurance-clerk'], ['PALM'], 'ar'),
  user('khalid.mirza', 'Khalid Mirza', ['front-desk'], ['CORAL'], 'ar'),
  user('paola.conti', 'Paola Conti', ['officer'], ['CORAL'], 'it'),
  user('fawaz.amin', 'Fawaz Amin', ['officer'], ['CORAL'], 'ar'),
  user('samira.yassin', 'Samira Yassin', ['unit-manager'], ['CORAL']),
  user('noor.hakim', 'Noor Hakim', ['insurance-clerk'], ['CORAL'], 'ar'),
  user('peter.lindqvist', 'Peter Lindqvist', ['accountant'], ['CORAL', 'PALM']),
  user('aisha.marzouq', 'Aisha Marzouq', ['front-desk', 'insurance-clerk'], ['HARB'], 'ar'),
  user('yousef.behzad', 'Yousef Behzad', ['officer', 'unit-manager'], ['HARB'], 'ar'),
  user('grace.mensah', 'Grace Mensah', ['accountant'], ['HARB']),
]

/** The users of the demo as actors. */
export class Staff {
  constructor(private readonly actors: readonly Actor[]) {}

  /** The users of a site with a role, without the login that has every role; throws when there is none. */
  withRole(siteId: string, role: Role): readonly Actor[] {
    const actors = this.actors.filter(({ siteIds, roles }) => siteIds.includes(siteId) && roles.includes(role))
    if (actors.length === 0) throw new Error(`Site ${siteId} has no ${role}`)
    return actors
  }
}

/** Creates a login and a user record for everybody; with `isEmpty` only for one user per role. */
export async function createUsers(
  writer: DemoWriter,
  sites: Sites,
  ensureUser: EnsureUser,
  isEmpty: boolean,
): Promise<Staff> {
  const random = writer.random('people')
  const at = writer.daysAgo(800)
  const changes = []
  for (const { login, siteCodes, ...person } of isEmpty ? logins : [...logins, ...colleagues]) {
    const email = `${login}@redress.test`
    const { subject } = await ensureUser({ email, password, groups: person.roles })
    const siteIds = siteCodes.map((code) => sites[code].id)
    const body = { ...person, email, roles: [...person.roles], siteIds, isActive: true }
    changes.push(await writer.create(User, body, { at, facts: { subject }, id: random.id(User, at) }))
  }
  const users = await writer.writeAs(User, changes)
  const actors = users.map(({ id, name, roles, siteIds }) => ({ userId: id, name, roles, siteIds }))
  return new Staff(actors.filter((actor) => actor.roles.length < roles.length))
}
