import { contextFor, product } from '#functions/platform/http/context.ts'
import { planned } from '#functions/platform/records/change.ts'
import { save } from '#functions/platform/records/save.ts'
import { getRecord } from '#functions/platform/store/read.ts'
import { Invitation } from '#shared/entities/invitation.ts'

/** Ends the time of an invitation, as if it had been sent long ago. */
export async function expire(id: string): Promise<void> {
  const stored = await getRecord(Invitation, id, { consistent: true })
  const context = contextFor(product, 'demo', new Date().toISOString(), 'test')
  const change =
    stored && (await planned(context, Invitation, stored, { expiresAt: '2020-01-01T00:00:00.000Z' }, 'age'))
  if (change) await save(context, [change])
}
