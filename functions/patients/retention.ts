import { type Context, product } from '#functions/platform/http/context.ts'
import type { DueItem } from '#functions/platform/jobs/due/dueItem.ts'
import { dueRecords, dueTick } from '#functions/platform/jobs/due/dueWork.ts'
import type { TickContext } from '#functions/platform/jobs/tick.ts'
import { askDeletedIds } from '#functions/platform/projection/ask.ts'
import { planned } from '#functions/platform/records/change.ts'
import { derivedId } from '#functions/platform/records/ids.ts'
import { planStep } from '#functions/platform/records/planStep.ts'
import { saveFirst } from '#functions/platform/records/save.ts'
import type { StoredRecord } from '#functions/platform/store/item.ts'
import { getRecord } from '#functions/platform/store/read.ts'
import { type Entity, recordAs } from '#shared/declaration/entity.ts'
import { Problem } from '#shared/declaration/problem.ts'
import { Case } from '#shared/entities/case.ts'
import { Encounter } from '#shared/entities/encounter.ts'
import { Job } from '#shared/entities/job.ts'
import { Patient } from '#shared/entities/patient.ts'
import { Response } from '#shared/entities/response.ts'
import {
  caseMatter,
  keptUntil,
  postponedUntil,
  type RetainedMatter,
  retentionYears,
} from '#shared/rules/patients/retention.ts'
import { erasePatient } from './erasure/erasePatient.ts'
import { patientIdsOf } from './erasure/openMatters.ts'
import { recordsOfPatients } from './erasure/patientRecords.ts'

/** What the tick did with a patient: began or resumed the erasure, or found that the record has to be kept. */
type RetentionOutcome = 'erased' | 'resumed' | 'kept'

/**
 * Looks at every patient whose record may be due: when nothing happened since and nothing asks for the record, the product
 * takes the same step by which a person erases it, else the record says when it is looked at again.
 */
export const runRetention = dueTick({
  tick: 'retention',
  counts: ['erased', 'resumed', 'kept'],
  due: duePatients,
  work: async ({ context }, { id }) => {
    const outcome = await lookAt(context, id)
    return outcome ? { [outcome]: 1 } : {}
  },
})

/** A deleted record waits for no tick, and what is held on the patient is there all the same. */
async function* duePatients(tick: TickContext): AsyncGenerator<DueItem> {
  yield* dueRecords('retention')(tick)
  const { at } = tick.context.origin
  for (const id of await askDeletedIds(Patient, { actor: product })) yield { id, at, occasion: 'deleted' }
}

/** Looks at one patient; undefined when another scheduler was faster. */
async function lookAt(context: Context, id: string): Promise<RetentionOutcome | undefined> {
  const { at: now } = context.origin
  const stored = await getRecord(Patient, id, { consistent: true })
  const { retainUntil, erasingAt, heldAt, createdAt = now } = stored?.record ?? {}
  // The index may still name a record that was looked at a moment ago.
  if (!stored || retainUntil === undefined || retainUntil > now) return undefined
  if (erasingAt !== undefined) return resume(context, stored)
  if (heldAt !== undefined) return retain(context, stored, postponedUntil(now))
  const until = keptUntil(createdAt, await mattersOf(stored.record))
  if (until > now) return retain(context, stored, until)
  try {
    await erasePatient(context, stored, { values: { reason: 'Retention' }, isConsequence: true })
    return 'erased'
  } catch (error) {
    // An open case, a file on its way, a hold on a merged record: it is looked at again later.
    if (!(error instanceof Problem) || error.status !== 409) throw error
    return retain(context, stored, postponedUntil(now))
  }
}

async function retain(context: Context, stored: StoredRecord<Patient>, retainUntil: string) {
  const step = { name: 'retain', values: { retainUntil }, isConsequence: true } as const
  const changes =
    stored.record.deletedAt === undefined
      ? await planStep(context, Patient, stored, step)
      : [await planned(context, Patient, stored, { retainUntil }, 'retain')].flatMap((change) => change ?? [])
  return (await saveFirst(context, changes)) ? 'kept' : undefined
}

/** Starts the job of an erasure again that ended before all was erased, and looks again a day later. */
async function resume(context: Context, stored: StoredRecord<Patient>): Promise<RetentionOutcome | undefined> {
  const { at: now } = context.origin
  const { id } = stored.record
  const job = await getRecord(Job, derivedId(Job, id, 'erasure'), { consistent: true })
  const again = { status: 'queued', isActive: true, dueAt: now, finishedAt: null, errors: null }
  const watchAt = new Date(Date.parse(now) + 86_400_000).toISOString()
  const changes = await Promise.all([
    job && job.record.isActive !== true ? planned(context, Job, job, again, 'resume') : undefined,
    planned({ ...context, isErasure: true }, Patient, stored, { retainUntil: watchAt }, 'retain'),
  ])
  const written = changes.flatMap((change) => change ?? [])
  return (await saveFirst(context, written)) ? 'resumed' : undefined
}

/** What happened with a patient, the records merged into it included. */
async function mattersOf(patient: Patient): Promise<RetainedMatter[]> {
  const ids = patientIdsOf(patient)
  const recordsIn = async <E extends Entity>(entity: E) => (await recordsOfPatients(entity, ids)).records
  const [cases, encounters, responses] = await Promise.all([recordsIn(Case), recordsIn(Encounter), recordsIn(Response)])
  const usual = (at: string | undefined): RetainedMatter[] =>
    at === undefined ? [] : [{ at, years: retentionYears.usual }]
  return [
    ...cases.map((record) => caseMatter(recordAs(Case, record))),
    ...encounters.flatMap((record) => {
      const { dischargedOn, serviceOn } = recordAs(Encounter, record)
      return usual(`${dischargedOn ?? serviceOn}T00:00:00.000Z`)
    }),
    ...responses.flatMap((record) => usual(recordAs(Response, record).submittedAt)),
  ]
}
