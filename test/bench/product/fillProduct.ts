import { type Context, contextFor, product } from '#functions/platform/http/context.ts'
import { planCreate } from '#functions/platform/records/change.ts'
import { saveMany } from '#functions/platform/records/saveMany.ts'
import type { StoredRecord } from '#functions/platform/store/item.ts'
import { optionsFrom } from '#infra/local/process/options.ts'
import { onStoreAlone } from '#infra/local/services/store.ts'
import type { Entity } from '#shared/declaration/entity.ts'
import { Case } from '#shared/entities/case.ts'
import { FollowUp } from '#shared/entities/followUp.ts'
import { Patient } from '#shared/entities/patient.ts'
import { inventedCase, inventedPatient, patientCount } from './inventedCases.ts'

/** What the parent process says: where, how many, and whose. */
interface FillRequest {
  readonly folder: string
  readonly cases: number
  readonly dueCalls: number
  readonly siteIds: readonly string[]
  readonly ownerIds: readonly string[]
}

/** Records planned at a time; the product divides them into transactions. */
const batchSize = 192

/** Seconds between two lines of progress. */
const reportSeconds = 5

const request: FillRequest = JSON.parse(process.argv[2] ?? '{}')
const nowMs = Date.now()
const references: Context['references'] = new Map()

const at = <T>(items: readonly T[], index: number): T | undefined => items[index % items.length]

// Events of these records would be delivered for an hour after the start.
const silent = (now: Date): Context => {
  const context = contextFor(product, 'demo', now.toISOString(), 'fill')
  return { ...context, origin: { ...context.origin, isSilent: true }, references }
}

/** Records are planned now, so that old cases are overdue on arrival, as by import, and raise no alarm one by one. */
const planner = silent(new Date(nowMs))

/** The writer of one lane: human numbers are drawn per year, so lanes of different years never wait for each other. */
function writerOf(lane: number): Context {
  const now = new Date(nowMs)
  now.setUTCFullYear(now.getUTCFullYear() - lane)
  return silent(now)
}

const lanes = [0, 1, 2].map(writerOf)

/** Writes `count` records in lanes; the engine writes the records of one while those of another are planned. */
async function fill(
  entity: Entity,
  count: number,
  bodyOf: (index: number) => { body: object; facts?: Record<string, unknown> },
  keep: (index: number, stored: StoredRecord) => void = () => {},
): Promise<void> {
  const startMs = performance.now()
  let next = 0
  let done = 0
  let reportedMs = startMs
  const work = async (writer: Context) => {
    while (next < count) {
      const from = next
      next = Math.min(count, from + batchSize)
      const indexes = Array.from({ length: next - from }, (_, offset) => from + offset)
      const plan = (index: number) => {
        const { body, facts } = bodyOf(index)
        return planCreate(planner, entity, body, { facts, isOwnOperation: true })
      }
      const stored = await saveMany(writer, await Promise.all(indexes.map(plan)))
      for (const [offset, record] of stored.entries()) keep(from + offset, record)
      done += stored.length
      if (performance.now() - reportedMs < reportSeconds * 1000 && done < count) continue
      reportedMs = performance.now()
      const rate = Math.round(done / ((reportedMs - startMs) / 1000))
      console.log(`  ${done} of ${count} ${entity.resource}, ${rate}/s`)
    }
  }
  await Promise.all(lanes.map(work))
}

const patients: { readonly id: string; readonly siteId: string }[] = []

await onStoreAlone(optionsFrom({}, { REDRESS_DATA: request.folder }), async () => {
  const patientBody = (index: number) => ({ body: { ...inventedPatient(index), siteId: at(request.siteIds, index) } })
  await fill(Patient, patientCount(request.cases), patientBody, (index, stored) => {
    patients[index] = { id: stored.record.id, siteId: String(patientBody(index).body.siteId) }
    references.set(stored.record.id, Promise.resolve(stored))
  })
  await fill(Case, request.cases, (index) => {
    const { patient, fields, status, choice } = inventedCase(index, request.cases, nowMs)
    const { id: patientId, siteId } = patients[patient] ?? { id: '', siteId: '' }
    const owner = choice < 900 && { ownerId: at(request.ownerIds, choice) }
    return { body: { ...fields, ...owner, patientId, siteId }, facts: { status } }
  })
  await fill(FollowUp, request.dueCalls, (index) => {
    const { id: patientId = '' } = at(patients, index) ?? {}
    const dueFrom = new Date(nowMs - 3_600_000).toISOString()
    const dueTo = new Date(nowMs + 3 * 86_400_000).toISOString()
    return { body: { kind: 'routine-call', patientId, dueFrom, dueTo } }
  })
})
process.exit(0)
