import fc from 'fast-check'
import { beforeAll, expect, test } from 'vitest'
import { seedDemo } from '#demo/index.ts'
import { runJob } from '#functions/lambdas/jobs.ts'
import { product } from '#functions/platform/http/context.ts'
import { askIds } from '#functions/platform/projection/ask.ts'
import { allFields, type Entity } from '#shared/declaration/entity.ts'
import { roles } from '#shared/declaration/roles.ts'
import { Case } from '#shared/entities/case.ts'
import { entities } from '#shared/entities/index.ts'
import { Patient } from '#shared/entities/patient.ts'
import { Site } from '#shared/entities/site.ts'
import { User } from '#shared/entities/user.ts'
import { as } from '#test/support/call.ts'
import { useFiles } from '#test/support/files.ts'
import { savedAgain, spreadsheetLocales } from '#test/support/formats/spreadsheet.ts'
import { seed } from '#test/support/people.ts'
import { useTable } from '#test/support/table.ts'
import { uploadWorkbook } from '#test/support/uploads.ts'

const isFull = process.env.REDRESS_FULL === '1'
/** Records of a list that are exported, at the most. */
const most = isFull ? 5_000 : 60

useTable({ people: false })
useFiles()

beforeAll(async () => {
  const ensureUser = async ({ email }: { email: string }) => ({ subject: `subject of ${email}` })
  await seedDemo({ isEmpty: false, size: isFull ? 200 : 12, report: () => {}, ensureUser })
  const siteIds = await askIds(Site, { conditions: [] }, { actor: product })
  const body = { name: 'Test everyone', email: 'importer@redress.test', roles: [...roles], siteIds, isActive: true }
  await seed(User, body, { subject: 'everyone' })
}, 300_000)

const everyone = as('everyone')

async function finished(job: string) {
  await runJob(job, Date.now() + 120_000)
  return (await everyone(`GET /api/jobs/${job}`)).body
}

/** The file of a list with everything that there is of each record. */
async function exported({ resource, ...entity }: Entity, ids: readonly string[], format: 'csv' | 'xlsx') {
  const columns = ['id', ...Object.keys(allFields({ resource, ...entity }))]
  const { body } = await everyone(`POST /api/${resource}/export`, { ids, format, columns })
  const { result } = await finished(body.job)
  return Buffer.from(await (await fetch(result.url)).arrayBuffer())
}

/** What a check of a file would change. */
async function checked({ resource, access }: Entity, content: { file: string } | { uploadId: string }) {
  const mode = access.create.length > 0 ? 'upsert' : 'update'
  const { body } = await everyone(`POST /api/${resource}/import`, { ...content, mode, key: 'id', dryRun: true })
  if (!body.job) return body
  const { status, failed, errors, result = {} } = await finished(body.job)
  const { inserted, updated, unchanged, differences } = result
  return { status, failed, errors, inserted, updated, unchanged, differences: differences ?? [] }
}

const locales = Object.entries(spreadsheetLocales)

/** Checks files of records as they were exported, as spreadsheets saved them again, and as a workbook. */
async function expectUnchanged(entity: Entity, ids: readonly string[], some = locales) {
  const same = {
    status: 'done',
    failed: 0,
    errors: [],
    inserted: 0,
    updated: 0,
    unchanged: ids.length,
    differences: [],
  }
  const text = (await exported(entity, ids, 'csv')).toString('utf8')
  expect(await checked(entity, { file: text }), 'as it is').toEqual(same)
  for (const [name, locale] of some)
    expect(await checked(entity, { file: savedAgain(text, locale) }), name).toEqual(same)
  const uploadId = await uploadWorkbook('everyone', await exported(entity, ids, 'xlsx'))
  expect(await checked(entity, { uploadId }), 'workbook').toEqual(same)
}

const importable = entities.filter(({ access, isAppendOnly }) => access.update.length > 0 && !isAppendOnly)

test.each(importable.map((entity, index) => [entity.resource, entity, index] as const))(
  'an export of %s that a spreadsheet of any country saved again changes nothing',
  async (_, entity, index) => {
    const ids = (await askIds(entity, { conditions: [] }, { actor: product })).slice(0, most)
    if (ids.length === 0) return
    await expectUnchanged(entity, ids, isFull ? locales : [...locales, ...locales].slice(index % 5, (index % 5) + 2))
  },
  120_000,
)

/** Texts that a spreadsheet takes for something else, among texts of every script. */
const nasty = fc.oneof(
  fc.constantFrom(
    '0012',
    '1-2',
    '3/4',
    'TRUE',
    'falso',
    '=1+1',
    "'quoted",
    '+966501234567',
    '12.5',
    '1e5',
    '5%',
    '(7)',
  ),
  fc.constantFrom(
    'Mar 1',
    '1 gen',
    '2026-11-20',
    '123456789012',
    '\u0661\u0662',
    '-',
    'a;b',
    'a,"b"\tc',
    '#N/A?',
    '08:30',
  ),
  fc.string({ unit: 'grapheme', minLength: 1, maxLength: 30 }).filter((text) => /\p{L}/u.test(text)),
)
const patient = fc.record({
  name: nasty,
  notes: nasty,
  birthDate: fc.constantFrom('1990-02-28', '2003-08-10', '1999-12-31'),
})
const complaint = fc.record({
  summary: nasty,
  disputedMinor: fc.oneof(fc.integer({ min: 0, max: 10_000_000 }), fc.constantFrom(1450, 145_000, 1)),
  receivedAt: fc.date({ min: new Date('2026-01-01'), max: new Date('2026-11-01'), noInvalidDate: true }),
})
const sampled = <T>(values: fc.Arbitrary<T>): T[] => fc.sample(values, { numRuns: isFull ? 500 : 40 })

test('whatever stands in a patient or a case comes back as it was', async () => {
  const [siteId] = await askIds(Site, { conditions: [] }, { actor: product })
  const stamp = Date.now()
  const patients: string[] = []
  for (const [n, values] of sampled(patient).entries())
    patients.push((await seed(Patient, { ...Patient.example, ...values, siteId, memberNumber: `00${stamp}${n}` })).id)
  await expectUnchanged(Patient, patients)
  const cases: string[] = []
  for (const { receivedAt, ...values } of sampled(complaint)) {
    const body = { ...Case.example, ...values, siteId, patientId: patients[0], receivedAt: receivedAt.toISOString() }
    cases.push((await seed(Case, body)).id)
  }
  await expectUnchanged(Case, cases)
}, 120_000)
