import { expect, test } from 'vitest'
import { hiddenFields, reachOf } from '#shared/declaration/access.ts'
import { allFields, type Entity } from '#shared/declaration/entity.ts'
import { mayBeRestricted } from '#shared/declaration/restriction.ts'
import { type Role, roles } from '#shared/declaration/roles.ts'
import { entities } from '#shared/entities/index.ts'

/** The roles as the head of the table names them. */
const heads: Readonly<Record<Role, string>> = {
  'front-desk': 'desk',
  officer: 'offi',
  clinician: 'clin',
  'unit-manager': 'unit',
  director: 'dire',
  'insurance-clerk': 'insu',
  accountant: 'acco',
  'accounts-supervisor': 'supe',
  'services-manager': 'serv',
  delegate: 'dele',
  auditor: 'audi',
  admin: 'admi',
}

/**
 * Who may do what with the records of their sites: (c)reate, (r)ead, (u)pdate, (d)elete and restore. A star: only those
 * that name the person; an "o": only the person's own. An append-only record is never updated.
 */
const table = `
                      desk offi clin unit dire insu acco supe serv dele audi admi
cases                 cru  cru  r*   crud crud r    -    -    r    -    r    crud
statements            cr   cr   cr*  cr   cr   -    -    -    -    -    r    cr
offers                cru  cru  -    cru  cru  -    -    r    r    -    r    r
promises              cr   cr   -    cr   cr   -    -    -    -    -    r    r
interactions          cr   cr   -    cr   cr   -    -    -    -    -    r    r
special-reports       -    ru   -    ru   ru   -    -    -    -    -    r    r
accountability-notes  -    -    -    cru  crud -    -    -    -    -    r    -
letters               -    cru  -    cru  cru  -    -    -    -    -    r    r
follow-ups            cr   cru  -    crud crud -    -    -    -    -    r    r
call-lists            r    r    -    r    r    -    -    -    -    -    r    r
patients              cru  cru  -    crud crud cru  r    r    r    -    r    crud
encounters            cr   cru  -    r    r    cru  r    r    r    -    r    crud
surveys               r    r    r    cru  cru  r    r    r    r    r    r    crud
invitations           r    r    -    r    r    -    -    -    -    -    r    r
responses             -    r    -    r    r    -    -    -    -    -    r    r
settlement-files      r    r    -    r    r    cru  ru   r    r    r    r    crud
ledger-entries        -    -    -    r    r    r    r    r    r    -    r    r
batches               -    -    -    -    r    cr   r    r    r    r    r    crd
payers                r    r    r    r    r    r    r    cru  cru  r    r    crud
contracts             r    r    -    r    r    r    r    cr   cr   r    r    cr
coverages             cr   r    -    r    r    cru  r    crud r    -    r    crud
sites                 r    r    r    r    r    r    r    r    r    r    r    crud
site-profiles         r    r    r    r    crud r    r    r    r    r    r    crud
offer-rules           r    r    -    r    crud -    -    -    -    -    r    crud
terms                 r    r    r    r    cru  r    r    r    r    r    r    cru
users                 r    r    r    r    r    r    r    r    r    r    r    crud
messages              r    r    -    r    r    -    -    -    -    -    r    r
notices               ro   ro   ro   ro   ro   ro   ro   ro   ro   ro   r    r
jobs                  ro   ro   ro   ro   ro   ro   ro   ro   ro   ro   r    r
dead-letters          -    -    -    -    -    -    -    -    -    -    r    r
access-entries        -    -    -    -    -    -    -    -    -    -    r    r
uploads               co   co   co   co   co   co   co   co   co   co   r    cr
views                 crudo crudo crudo crudo crudo crudo crudo crudo crudo crudo crud crud
preferences           cro  cro  cro  cro  cro  cro  cro  cro  cro  cro  cr   cr
`

/** Fields that not everybody sees who reads the record, and who does. */
const restricted: Readonly<Record<string, readonly Role[]>> = {
  'patients.notes': ['front-desk', 'officer', 'unit-manager', 'director', 'auditor', 'admin'],
  'patients.email': ['front-desk', 'officer', 'unit-manager', 'director', 'insurance-clerk', 'auditor', 'admin'],
  'patients.address': ['front-desk', 'officer', 'unit-manager', 'director', 'insurance-clerk', 'auditor', 'admin'],
  'messages.to': ['auditor', 'admin'],
  'users.subject': ['auditor', 'admin'],
}

/** The steps that an administrator takes: about settings, questionnaires, what is kept on a patient, and the own jobs. */
const stepsOfAdministrators = [
  'patients.export',
  'patients.merge',
  'patients.unmerge',
  'surveys.publish',
  'surveys.retire',
  'surveys.new-version',
  'surveys.invite',
  'users.choose-mail',
  'site-profiles.publish',
  'site-profiles.withdraw',
  'site-profiles.copy',
  'offer-rules.publish',
  'offer-rules.withdraw',
  'offer-rules.copy',
  'users.plan-absence',
  'notices.mark-read',
  'jobs.cancel',
  'jobs.undo',
  'dead-letters.resend',
  'preferences.keep',
]

/** The steps that an auditor takes: none on a record of a desk. */
const stepsOfAuditors = [
  'users.choose-mail',
  'users.plan-absence',
  'notices.mark-read',
  'jobs.cancel',
  'preferences.keep',
]

const stepsOf = (role: Role) =>
  entities.flatMap(({ resource, actions }) =>
    Object.entries(actions).flatMap(([name, { allow }]) => (allow.includes(role) ? [`${resource}.${name}`] : [])),
  )

function cellOf({ access, reach, maker }: Entity, role: Role): string {
  const rights = (['create', 'read', 'update', 'delete'] as const).filter((right) => access[right].includes(role))
  const isOwn = maker !== undefined && role !== 'auditor' && role !== 'admin'
  const letters = rights.map((right) => right.charAt(0)).join('')
  return letters === '' ? '-' : `${letters}${reach?.[role] ? '*' : ''}${isOwn ? 'o' : ''}`
}

const rowOf = (name: string, cells: readonly string[]) =>
  `${name.padEnd(22)}${cells.map((cell) => cell.padEnd(4)).join(' ')}`.trimEnd()

test('everybody sees and changes what their work needs', () => {
  const rows = entities.map((entity) =>
    rowOf(
      entity.resource,
      roles.map((role) => cellOf(entity, role)),
    ),
  )
  expect([
    rowOf(
      '',
      roles.map((role) => heads[role]),
    ),
    ...rows,
  ]).toEqual(table.split('\n').filter(Boolean))
})

test('restricted fields are seen by their roles alone', () => {
  const found = entities.flatMap(({ resource, ...entity }) =>
    Object.entries(allFields({ resource, ...entity } as Entity)).flatMap(([name, { readBy }]) =>
      readBy ? [[`${resource}.${name}`, [...readBy]]] : [],
    ),
  )
  expect(Object.fromEntries(found)).toEqual(restricted)
})

test('accountants and delegates read no statements, named answers or notes about a patient', () => {
  for (const role of ['accountant', 'delegate'] as const) {
    for (const resource of ['statements', 'responses', 'invitations', 'messages', 'cases'])
      expect(entities.find((entity) => entity.resource === resource)?.access.read).not.toContain(role)
    const patients = entities.find(({ resource }) => resource === 'patients')
    expect(patients && hiddenFields({ userId: '', name: '', roles: [role], siteIds: [] }, patients)).toContain('notes')
  }
})

test('an administrator takes no step that judges, approves, signs or speaks for a person', () => {
  expect(stepsOf('admin').sort()).toEqual([...stepsOfAdministrators].sort())
})

test('a reach through another record is one that the role reads, and a clinician reads the team’s side alone', () => {
  const reaches = entities.flatMap(({ resource, reach }) => (reach ? [[resource, reach]] : []))
  expect(Object.fromEntries(reaches)).toEqual({
    cases: { clinician: 'attendingIds' },
    statements: { clinician: { by: 'caseId', only: { side: ['team'] } } },
  })
})

test('reading a VIP patient and what is about them is noted, and so is a matter of personal accountability', () => {
  const own = entities.flatMap(({ resource, restricted: declared }) => (declared ? [[resource, declared]] : []))
  expect(Object.fromEntries(own)).toEqual({
    patients: { vip: { isVip: [true] } },
    cases: { accountability: { faultClass: ['own-fault'], cause: ['attitude', 'clinical'] } },
    'accountability-notes': { accountability: { measure: ['talk', 'training', 'warning', 'referral', 'none'] } },
  })
  const about = entities.filter(({ subject }) => subject !== undefined && subject !== 'id')
  for (const entity of about) expect(mayBeRestricted(entity), entity.resource).toBe(true)
})

test('an auditor reads every record and all of it but what is about themselves, and changes none', () => {
  expect(stepsOf('auditor').sort()).toEqual([...stepsOfAuditors].sort())
  const auditor = { userId: '', name: '', roles: ['auditor'] as const, siteIds: [] }
  for (const entity of entities) {
    const { resource, access } = entity
    expect(access.read, resource).toContain('auditor')
    const own = entity.hiddenFrom === undefined ? [] : [{ field: entity.hiddenFrom, otherThan: '' }]
    expect([...hiddenFields(auditor, entity), ...reachOf(auditor, entity)], resource).toEqual(own)
    // How they look at lists is no record of the hospital's.
    if (resource === 'views' || resource === 'preferences') continue
    for (const right of ['create', 'update', 'delete'] as const)
      expect(access[right], resource).not.toContain('auditor')
  }
})
