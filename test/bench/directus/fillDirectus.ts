import { isOpen } from '#shared/declaration/lifecycle.ts'
import { caseLife } from '#shared/entities/caseActions.ts'
import { connect, type TimedAnswer } from '#test/bench/product/connection.ts'
import { inventedCase, inventedPatient, inventedPhone } from '#test/bench/product/inventedCases.ts'
import { columns } from './directus.ts'

/** Rows of one request. */
const batchSize = 1000

const [url, token, count = '100000'] = process.argv.slice(2)
if (!url || !token) {
  console.error('node --import tsx test/bench/directus/fillDirectus.ts URL TOKEN [ROWS]')
  process.exit(1)
}
const rows = Number(count)
const nowMs = Date.now()
const other = connect(url, token)

const check = (answer: TimedAnswer): TimedAnswer => {
  if (answer.status >= 300) throw new Error(`Directus answered ${answer.status}: ${answer.text().slice(0, 500)}`)
  return answer
}

/** A column of the list, and the patient's phone and the summary, which ours keeps elsewhere. */
const types: Readonly<Record<string, string>> = {
  disputedMinor: 'integer',
  receivedAt: 'timestamp',
  responseDueAt: 'timestamp',
  isOpen: 'boolean',
  summary: 'text',
}
const fieldOf = (field: string) => ({
  field,
  type: types[field] ?? 'string',
  schema:
    field === 'id' ? { is_primary_key: true, length: 40 } : { is_indexed: field !== 'summary', is_nullable: true },
  meta: {},
})

await other.send('DELETE', '/collections/cases', {})
check(
  await other.send('POST', '/collections', {
    collection: 'cases',
    schema: {},
    // Filling is not recorded; every change afterwards is, as it is here.
    meta: { accountability: null },
    fields: [...columns, 'patientPhone', 'summary'].map(fieldOf),
  }),
)

const row = (index: number) => {
  const { patient, fields, status, choice } = inventedCase(index, rows, nowMs)
  const { receivedAt, type, severity, disputedMinor, currency, summary } = fields
  return {
    id: `case_${String(index).padStart(26, '0')}`,
    number: `C-${receivedAt.slice(0, 4)}-${String(index + 1).padStart(6, '0')}`,
    type,
    status,
    severity,
    patientName: inventedPatient(patient).name,
    patientPhone: inventedPhone(patient),
    patientId: `patient_${String(patient).padStart(26, '0')}`,
    disputedMinor,
    currency,
    summary,
    receivedAt,
    responseDueAt: new Date(Date.parse(receivedAt) + 7 * 86_400_000).toISOString(),
    siteId: `site_${String(choice % 3).padStart(26, '0')}`,
    ...(choice < 900 && { ownerId: `user_${String(choice % 12).padStart(26, '0')}` }),
    isOpen: isOpen(caseLife, { status }) || undefined,
  }
}

const fromMs = performance.now()
for (let index = 0; index < rows; index += batchSize) {
  const batch = Array.from({ length: Math.min(batchSize, rows - index) }, (_, offset) => row(index + offset))
  check(await other.send('POST', '/items/cases?fields=id', batch))
  if (index % 10_000 === 0) console.log(`  ${index + batch.length} of ${rows}`)
}
check(await other.send('PATCH', '/collections/cases', { meta: { accountability: 'all' } }))
console.log(`Filled ${rows} cases in ${((performance.now() - fromMs) / 1000).toFixed(0)} s`)
other.close()
