import { contextFor, product } from '#functions/platform/http/context.ts'
import { eachByItself } from '#functions/platform/jobs/eachByItself.ts'
import { askIds } from '#functions/platform/projection/ask.ts'
import { planned } from '#functions/platform/records/change.ts'
import { retryOnConflict } from '#functions/platform/records/retryOnConflict.ts'
import { save } from '#functions/platform/records/save.ts'
import type { Event } from '#functions/platform/store/outbox.ts'
import { getRecord } from '#functions/platform/store/read.ts'
import { conditionOf } from '#shared/api/condition.ts'
import { type Entity, fieldOf } from '#shared/declaration/entity.ts'
import { Problem } from '#shared/declaration/problem.ts'
import { entities } from '#shared/entities/index.ts'
import { Patient } from '#shared/entities/patient.ts'
import { refuse } from '#shared/refusals.ts'

/** Entities that show a patient's name. */
const namedEntities: readonly Entity[] = entities.filter((entity) => fieldOf(entity, 'patientName'))

/** Writes a patient's new name into every record that shows it. */
export async function refreshNames({ id, eventId }: Event): Promise<void> {
  const patientName = (await getRecord(Patient, id, { consistent: true }))?.record.name
  if (patientName === undefined) return
  await eachByItself(namedEntities, async (entity) => {
    const conditions = [conditionOf(entity, 'patientId', id)]
    const ids = await askIds(entity, { conditions }, { actor: product })
    await eachByItself(ids, (each) => rename(entity, each, patientName, eventId))
  })
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
