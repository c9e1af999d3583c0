import fc from 'fast-check'
import type { Actor } from '#shared/declaration/access.ts'
import { type AnyRecord, type Entity, fieldOf } from '#shared/declaration/entity.ts'
import type { Field } from '#shared/declaration/field.ts'
import type { Role } from '#shared/declaration/roles.ts'
import { entityOf } from '#shared/entities/index.ts'
import { Site } from '#shared/entities/site.ts'
import { User } from '#shared/entities/user.ts'

/** An id of an entity by number. */
export const idOf = ({ prefix }: Entity, number: number): string => `${prefix}_${String(number).padStart(26, '0')}`

/** Zones of the sites: without summer time, with one that begins at midnight, with an ordinary one, west of UTC. */
export const zones = ['Asia/Riyadh', 'Africa/Cairo', 'Europe/Rome', 'America/Santiago'] as const

/** The sites of random records; records may also be of a fifth one, which there is not. */
export const sites = zones.map((timeZone, number) => ({ ...Site.example, id: idOf(Site, number), timeZone }))

const actor = (number: number, roles: readonly Role[], siteNumbers: readonly number[]): Actor => ({
  userId: idOf(User, number),
  name: `Person ${number}`,
  roles,
  siteIds: siteNumbers.map((site) => idOf(Site, site)),
})

/** Who asks: of every site, of one, of two, of none, one who sees what others made for themselves, and some who must be named. */
export const actors: readonly Actor[] = [
  actor(0, ['director'], []),
  actor(1, ['officer'], [1]),
  actor(2, ['officer'], [2, 0]),
  actor(3, ['front-desk'], []),
  actor(0, ['admin'], [3]),
  actor(1, ['clinician'], [0, 1]),
  actor(2, ['clinician', 'officer'], [2]),
]

const texts = [
  'Mariam Saleh',
  'mariam  SÁLEH',
  'Yousef Al-Harbi',
  'يوسف الحربي',
  'يوسُف الحربى',
  '王小明',
  '小明',
  'Ārzts Bērziņš',
  '—',
  '…',
  'Straße 12',
  'strasse 12',
  '٠١٢٣٤٥',
  '012345',
  '100%_"\\',
  'O’Brien; drop',
  '𠮷野家',
  '﨑田',
  'Zoe',
  'नमस्ते',
]

// Midnights of the zones above, and the nights in which their clocks change.
const instants = ['2025-12-31', '2026-01-01', '2026-02-28', '2026-04-23', '2026-04-24', '2026-09-05', '2026-10-29']
  .flatMap((day) => ['00:00:00.000', '20:59:59.999', '21:00:00.000', '21:30:00.001'].map((time) => `${day}T${time}Z`))
  .concat('2026-04-05T03:30:00.000Z', '2026-09-06T04:00:00.000Z', '1999-12-31T23:59:59.999Z')
const days = ['2025-12-31', '2026-01-01', '2026-02-28', '2026-03-01', '2026-12-31', '2027-01-01']

/** Some values that a field may have. */
export function valuesOf({ kind, choices, resource }: Field): readonly unknown[] {
  const ids = resource ? [0, 1, 2, 3, 4].map((number) => idOf(entityOf(resource), number)) : []
  switch (kind) {
    case 'instant':
      return instants
    case 'day':
      return days
    case 'boolean':
      return [true, false]
    case 'money':
    case 'integer':
    case 'number':
    case 'basisPoints':
      return [0, 1, 2, 3, 10, 145_000]
    case 'currency':
      return ['SAR', 'KWD', 'AED', 'EUR']
    case 'choice':
      return choices ?? []
    case 'choices':
      return [[], ...(choices ?? []).map((_, index, all) => all.slice(index, index + 2))]
    case 'reference':
      return ids
    case 'references':
      return [[], ...ids.map((_, index) => ids.slice(index, index + 2))]
    case 'data':
      return [[], ['overall'], ['overall', 'doctor "x"'], { not: 'a list' }]
    case 'phone':
      return ['+966501234567', '+966501234599', '+37129999999']
    case 'email':
      return ['Huda@redress.test', 'huda@redress.test', 'noura.h@redress.test']
    default:
      return texts
  }
}

/** Names of what is kept of a record for lists: its columns, and what it is searched by. */
const namesOf = ({ columns, search }: Entity): string[] => [...new Set([...columns, ...(search?.fields ?? [])])]

/** Random values of a record; about one in six is absent. */
export const sampleValues = (entity: Entity): fc.Arbitrary<Omit<AnyRecord, 'id' | 'version'>> => {
  const value = (name: string) => {
    const field = fieldOf(entity, name)
    const known = fc.constantFrom(...(field ? valuesOf(field) : []))
    return name === entity.site ? known : fc.option(known, { freq: 5, nil: undefined })
  }
  return fc
    .record(Object.fromEntries(namesOf(entity).map((name) => [name, value(name)])))
    .map((values) => Object.fromEntries(Object.entries(values).filter(([, each]) => each !== undefined)))
}
