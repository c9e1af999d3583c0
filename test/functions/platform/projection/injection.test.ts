import fc from 'fast-check'
import { beforeAll, expect, test, vi } from 'vitest'
import { operatorsOf, suffixes } from '#shared/api/condition.ts'
import { groupColumns, sumColumns } from '#shared/api/groups.ts'
import { type Entity, fieldOf } from '#shared/declaration/entity.ts'
import { entities } from '#shared/entities/index.ts'
import { Patient } from '#shared/entities/patient.ts'
import { as, type CallReply } from '#test/support/call.ts'
import { seed } from '#test/support/people.ts'
import { useTable } from '#test/support/table.ts'
import { spied } from './scene/replaced.ts'

vi.mock('#functions/platform/projection/file/sqlite.ts', async (original) =>
  (await import('./scene/replaced.ts')).spiedSqlite(original),
)

const world = useTable()
beforeAll(async () => {
  await seed(Patient, { ...Patient.example, siteId: world().siteId, name: "Robert'); DROP TABLE patients;--" })
})

/** No statement may hold it. */
const sign = 'zqxj'

const attacks = [
  `' OR '1'='1' -- ${sign}`,
  `${sign}"); DROP TABLE "cases"; --`,
  `${sign}" IS NULL OR "`,
  `'; ATTACH '/tmp/${sign}' AS a; --`,
  `${sign}\u0000' UNION SELECT 1`,
  `\\${sign}%_*?[a-z]`,
  `${sign}\ud800`,
  `${sign}😀\u202e\ufeff`,
  `${sign}${'('.repeat(70)}`,
  `?1 :p @p $p ${sign}`,
  `${sign}/*`,
  `1;PRAGMA writable_schema=1;${sign}`,
  `load_extension('${sign}')`,
  `${sign} `.repeat(30),
  `__proto__${sign}`,
]
const attack = fc.constantFrom(...attacks)
const names = fc.oneof(
  attack,
  fc.constantFrom('__proto__', 'constructor', 'toString', 'search text', 'version', 'rowid', 'row', ''),
)
const value: fc.Arbitrary<unknown> = fc.oneof(
  { weight: 6, arbitrary: attack },
  { weight: 2, arbitrary: fc.constantFrom(null, true, -0, 1e308, 2 ** 53, 0.1, [], {}, [[]], { a: 1 }, '') },
  { weight: 2, arbitrary: fc.array(attack, { maxLength: 60 }) },
  {
    weight: 1,
    arbitrary: fc.constantFrom(
      '2026',
      '2026-02',
      '2026-02-30',
      '2026-01-01T00:00Z',
      '1999-12-31T23:59:59.999Z',
      '2999',
    ),
  },
  { weight: 1, arbitrary: fc.string({ unit: 'binary' }) },
)
const ending = fc.constantFrom('', ...suffixes.map(([suffix]) => suffix))

const mostly = <T, U>(often: fc.Arbitrary<T>, seldom: fc.Arbitrary<U>): fc.Arbitrary<T | U> =>
  fc.oneof({ weight: 5, arbitrary: often }, { weight: 1, arbitrary: seldom })

/** A hostile text where a text may stand, or anything anywhere. */
function condition(entity: Entity): fc.Arbitrary<[string, unknown]> {
  const isText = (name: string) => operatorsOf(fieldOf(entity, name)?.kind ?? 'boolean').includes('contains')
  const texts = entity.columns.filter(isText)
  const known = fc.constantFrom(...(texts.length > 0 ? texts : entity.columns))
  const fitting = fc.tuple(known, fc.constantFrom('', '_neq', '_gt', '_lte', '_contains'), attack)
  const any = fc.tuple(fc.oneof(fc.constantFrom(...entity.columns), names), ending, value)
  return mostly(fitting, any).map(([name, suffix, each]): [string, unknown] => [name + suffix, each])
}

/** A hostile query of a list or of groups. */
const hostile = fc.constantFrom(...entities).chain((entity) => {
  const filter = fc.array(condition(entity), { maxLength: 3 }).map((conditions) => Object.fromEntries(conditions))
  const order = fc.tuple(fc.constantFrom('id', ...entity.columns), fc.constantFrom('ASC', 'DESC'))
  const sum = sumColumns(entity)
  return fc.record(
    {
      path: fc.constantFrom(`/api/${entity.resource}`, `/api/${entity.resource}/groups`),
      filter: mostly(
        filter,
        fc.oneof(
          fc.tuple(filter, value).map(([conditions, q]) => ({ ...conditions, q })),
          value,
        ),
      ),
      sort: mostly(order, fc.oneof(fc.array(names, { maxLength: 5 }), fc.tuple(names, fc.constant('ASC')), value)),
      range: mostly(fc.constant([0, 24]), fc.constantFrom([`0 ${sign}`, 1], [-1, 5], [0, 1e9], [4_999_990, 4_999_999])),
      limit: mostly(fc.constant('25'), fc.constantFrom(`25;${sign}`, '1e3', '0')),
      cursor: fc.option(attack, { freq: 1, nil: undefined }),
      by: mostly(
        fc.uniqueArray(fc.constantFrom(...groupColumns(entity)), { minLength: 1, maxLength: 3 }),
        fc.oneof(fc.array(names), value),
      ),
      sum: mostly(
        fc.subarray(sum).map((names) => names.slice(0, 4)),
        fc.oneof(fc.array(names), value),
      ),
    },
    { requiredKeys: ['path', 'by'] },
  )
})

const parameters = (query: Readonly<Record<string, unknown>>, isGroups: boolean) =>
  Object.fromEntries(
    Object.entries(query).filter(
      ([name, each]) => each !== undefined && (name === 'filter' || ['by', 'sum'].includes(name) === isGroups),
    ),
  )

const noStatementHolds = (text: string) => [...spied.statements].filter((sql) => sql.toLowerCase().includes(text))

test('5,000 hostile queries: none becomes part of a statement, none fails the function', {
  timeout: 600_000,
}, async () => {
  const statuses = new Map<number, number>()
  const property = fc.asyncProperty(hostile, async ({ path, ...query }) => {
    const isGroups = path.endsWith('groups')
    const reply = await as('everyone')(`GET ${path}`, undefined, { query: parameters(query, isGroups) })
    statuses.set(reply.status, (statuses.get(reply.status) ?? 0) + 1)
    expect([200, 400, 403], reply.text).toContain(reply.status)
  })
  await fc.assert(property, { numRuns: 5000 })
  expect(noStatementHolds(sign)).toEqual([])
  expect(noStatementHolds('drop table')).toEqual(noStatementHolds('drop table if exists'))
  expect(statuses.get(200), 'some of them are answered').toBeGreaterThan(500)
})

/** Questions of every operator of every text column, with a text of its own. */
function questionsWith(entity: Entity, text: string): object[] {
  const texts = entity.columns.filter((name) => ['text', 'email', 'phone'].includes(fieldOf(entity, name)?.kind ?? ''))
  const endings = ['', '_neq', '_gt', '_gte', '_lt', '_lte', '_contains']
  return [
    ...texts.flatMap((name) => endings.map((suffix) => ({ filter: { [`${name}${suffix}`]: text } }))),
    ...texts.map((name) => ({ filter: { [`${name}_eq_any`]: [text, `${text}2`] } })),
    ...(entity.search ? [{ filter: { q: text } }] : []),
  ]
}

test('what is asked for changes values alone: the same questions with other texts are the same statements', async () => {
  const ask = async (text: string): Promise<CallReply[]> => {
    const replies: CallReply[] = []
    for (const entity of entities)
      for (const query of questionsWith(entity, text))
        replies.push(await as('everyone')(`GET /api/${entity.resource}`, undefined, { query: { ...query } }))
    return replies
  }
  await ask('plain')
  const before = new Set(spied.statements)
  for (const text of [`'${sign}`, `${sign}"--`, 'ليلى', '100%'])
    for (const reply of await ask(text)) expect(reply.status, reply.text).toBe(200)
  expect([...spied.statements].filter((sql) => !before.has(sql))).toEqual([])
})

test('sums of every column and groups of every column are statements of the declaration', async () => {
  for (const entity of entities)
    for (const by of groupColumns(entity)) {
      const sum = sumColumns(entity)
      const query = { by: [by], ...(sum.length > 0 && { sum: sum.slice(0, 4) }) }
      const reply = await as('everyone')(`GET /api/${entity.resource}/groups`, undefined, { query })
      expect(reply.status, reply.text).toBe(200)
    }
  expect(noStatementHolds(sign)).toEqual([])
})
