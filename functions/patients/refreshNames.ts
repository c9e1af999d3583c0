import { contextFor, product } from '#functions/platform/http/context.ts'
import { planned } from '#functions/platform/records/change.ts'
import { retryOnConflict } from '#functions/platform/records/retryOnConflict.ts'
import { save } from '#functions/platform/records/save.ts'
import type { Event } from '#functions/platform/store/outbox.ts'
import { getRecord } from '#functions/platform/store/read.ts'
import { readView } from '#functions/platform/store/readView.ts'
import { type Entity, fieldOf } from '#shared/declaration/entity.ts'
import { Problem } from '#shared/declaration/problem.ts'
import { entities } from '#shared/entities/index.ts'
import { Patient } from '#shared/entities/patient.ts'
import { refuse } from '#shared/refusals.ts'

/** Entities that show a patient's name, each with its view of a patient's records. */
const namedRecords: readonly { entity: Entity; view: string }[] = entities.flatMap((entity) => {
  const [view] = Object.entries(entity.views).find(([, { key }]) => key.length === 1 && key[0] === 'patientId') ?? []
  return view && fieldOf(entity, 'patientName') ? [{ entity, view }] : []
})

/** Writes a patient's new name into every record that shows it. */
export async function refreshNames({ id, eventId }: Event): Promise<void> {
  const patientName = (await getRecord(Patient, id, { consistent: true }))?.record.name
  if (patientName === undefined) return
  for (const { entity, view } of namedRecords)
    for await (const row of readView(entity, view, [id], { pageSize: 100 }))
      if (row.patientName !== patientName) await rename(entity, row.id, patientName, eventId)
}

async function rename(entity: Entity, id: string, patientName: string, eventId: string): Promise<void> {
  const write = async () => {
    const stored = await getRecord(entity, id, { consistent: true })
    const context = contextFor(product, 'event', new Date().toISOString(), eventId)
    const change = stored && (await planned(context, entity, stored, { patientName }, 'rename'))
    if (change) await save(context, [change])
  }
  try {
    await retryOnConflict(write, { attempts: 5, busy: refuse('STORE_BUSY') })
  } catch (error) {
    // A record that is sealed keeps the name it was sealed with.
    if (!(error instanceof Problem) || error.status >= 500) throw error
  }
}
