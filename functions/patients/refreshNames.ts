import { contextFor, product } from '#functions/platform/http/context.ts'
import { planned } from '#functions/platform/records/change.ts'
import { save } from '#functions/platform/records/save.ts'
import type { Event } from '#functions/platform/store/outbox.ts'
import { getRecord } from '#functions/platform/store/read.ts'
import { readSlice } from '#functions/platform/store/view.ts'
import { type Entity, fieldOf, type View } from '#shared/declaration/entity.ts'
import { Problem } from '#shared/declaration/problem.ts'
import { entities } from '#shared/entities/index.ts'

/** Entities that carry a patient's name, with the view that finds a patient's records. */
const carriers: readonly { entity: Entity; view: View }[] = entities.flatMap((entity) => {
  const view = Object.values(entity.views).find(({ key }) => key.length === 1 && key[0] === 'patientId')
  return view && fieldOf(entity, 'patientName') ? [{ entity, view }] : []
})

/** Carries a patient's new name into every record that shows it. */
export async function refreshNames({ id, eventId }: Event): Promise<void> {
  const patientName = (await getRecord(id, { consistent: true }))?.record.name
  if (typeof patientName !== 'string') return
  for (const { entity, view } of carriers) {
    const slice = { entity, view, values: [id], isDescending: false }
    for await (const { row } of readSlice(slice, { pageSize: 100 }))
      if (row.patientName !== patientName) await rename(entity, row.id, patientName, eventId)
  }
}

async function rename(entity: Entity, id: string, patientName: string, eventId: string): Promise<void> {
  for (let attempt = 0; attempt < 5; attempt++) {
    const stored = await getRecord(id, { consistent: true })
    const context = contextFor(product, 'event', new Date().toISOString(), eventId)
    try {
      const change = stored && (await planned(context, entity, stored, { patientName }, 'rename'))
      if (change) await save(context, [change])
      return
    } catch (error) {
      if (!(error instanceof Problem)) throw error
      // Changed meanwhile: once more. A record that is sealed keeps the name it was sealed with.
      if (error.status !== 412) return
    }
  }
  throw new Error('The record is changed too often to be renamed')
}
