import { contextFor, product } from '#functions/platform/http/context.ts'
import { planCreate } from '#functions/platform/records/change.ts'
import { withConsequences } from '#functions/platform/records/consequences.ts'
import { save } from '#functions/platform/records/save.ts'
import { shipTerms } from '#functions/settings/operations.ts'
import type { Entity } from '#shared/declaration/entity.ts'
import { type Role, roles } from '#shared/declaration/roles.ts'
import { Site } from '#shared/entities/site.ts'
import { User } from '#shared/entities/user.ts'

/** People of the tests: one per role at the first site, `everyone` with all roles, and an officer and clerk elsewhere. */
export type Person = Role | 'everyone' | 'foreign-officer' | 'foreign-clerk' | 'second-officer'

/** Ids of what every test starts from. */
export interface World {
  readonly siteId: string
  readonly foreignSiteId: string
  readonly userIds: Readonly<Record<Person, string>>
}

/** Writes a record as the product, with the facts an operation would give it. */
export async function seed(
  entity: Entity,
  body: Record<string, unknown>,
  facts: Record<string, unknown> = {},
  now?: string,
) {
  const context = contextFor(product, 'demo', now ?? new Date().toISOString(), 'seed')
  const change = await planCreate(context, entity, body, { facts, isOwnOperation: true })
  const [stored] = await save(context, await withConsequences(context, change))
  if (!stored) throw new Error('Nothing was seeded')
  return stored.record
}

/** Two sites, the people who work there, and the terms that the product is shipped with. */
export async function seedPeople(): Promise<World> {
  await shipTerms()
  const site = await seed(Site, { ...Site.example })
  const foreign = await seed(Site, { ...Site.example, name: 'Harbour Clinic', nameAr: 'عيادة الميناء', code: 'HARB' })
  const user = async (person: Person, userRoles: readonly Role[], siteId: string) => {
    const body = {
      name: `Test ${person}`,
      email: `${person}@redress.test`,
      roles: [...userRoles],
      siteIds: [siteId],
      isActive: true,
    }
    return [person, (await seed(User, body, { subject: person })).id] as const
  }
  const users = await Promise.all([
    ...roles.map((role) => user(role, [role], site.id)),
    user('everyone', roles, site.id),
    user('second-officer', ['officer'], site.id),
    user('foreign-officer', ['officer'], foreign.id),
    user('foreign-clerk', ['insurance-clerk', 'front-desk'], foreign.id),
  ])
  return { siteId: site.id, foreignSiteId: foreign.id, userIds: Object.fromEntries(users) as Record<Person, string> }
}

/** Groups the pool would put into a person's token. */
export const groupsOf = (person: Person): readonly Role[] =>
  person === 'everyone'
    ? roles
    : person === 'foreign-clerk'
      ? ['insurance-clerk', 'front-desk']
      : person.endsWith('-officer') && person !== 'officer'
        ? ['officer']
        : roles.filter((role) => role === person)
