import { longestDelayMs } from '#functions/platform/projection/follow/follow.ts'
import { planned } from '#functions/platform/records/change.ts'
import { isStale, retryOnConflict } from '#functions/platform/records/retryOnConflict.ts'
import { save } from '#functions/platform/records/save.ts'
import {
  closeKeyStep,
  closingSeconds,
  destroyKeyStep,
  keyStateOf,
} from '#functions/platform/store/persons/personKeys.ts'
import { getRecord } from '#functions/platform/store/read.ts'
import { Patient } from '#shared/entities/patient.ts'
import { refuse } from '#shared/refusals.ts'
import { erasureContext } from './patientRecords.ts'

/** Closes the key of a patient that was merged into the one being erased; it goes with that one. */
export function closeMerged(patientId: string, requestId: string): Promise<void> {
  const close = async () => {
    const stored = await getRecord(Patient, patientId, { consistent: true })
    if (!stored || stored.record.erasingAt !== undefined) return
    const context = erasureContext(requestId)
    const { at: erasingAt } = context.origin
    const change = await planned(context, Patient, stored, { erasingAt }, 'begin-erasure')
    if (change) await save(context, [change], [closeKeyStep(patientId, erasingAt)])
  }
  return retryOnConflict(close, { busy: refuse('STORE_BUSY'), isConflict: isStale })
}

/** Milliseconds after the closing of a key at which every write under it was made, and every list knows of it. */
const settlingMs = closingSeconds * 1000 + longestDelayMs

/** The instant from which no record of some patients can arrive any more and lists name all there are, UTC. */
export async function settledAt(patientIds: readonly string[]): Promise<string> {
  const states = await Promise.all(patientIds.map((id) => keyStateOf(id)))
  const closed = states.map(({ closedAt, destroyedAt }) => Date.parse(closedAt ?? destroyedAt ?? ''))
  if (closed.some(Number.isNaN)) throw new RangeError('The key of a patient being erased is open')
  return new Date(Math.max(...closed) + settlingMs).toISOString()
}

/** Destroys the key of a patient of whom nothing is left to be erased, and says in the record that it is done. */
export function endErasure(patientId: string, requestId: string): Promise<void> {
  const end = async () => {
    const before = await getRecord(Patient, patientId, { consistent: true })
    if (!before || before.record.erasedAt !== undefined) return
    const context = erasureContext(requestId)
    const after = { ...before.record, erasedAt: context.origin.at, retainUntil: undefined }
    const change = { entity: Patient, before, after, action: 'end-erasure', isErasure: true } as const
    await save(context, [change], [destroyKeyStep(patientId, context.origin.at)])
  }
  return retryOnConflict(end, { busy: refuse('STORE_BUSY'), isConflict: isStale })
}
