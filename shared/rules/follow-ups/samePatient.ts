import type { RecordValues } from '#shared/declaration/entity.ts'

/** Whether a record of a patient is of the one that a follow-up names, or of one whose records were merged with those. */
export function isOfPatient(patient: RecordValues | undefined, patientId: unknown, otherId: unknown): boolean {
  const { mergedIds = [], mergedIntoId } = (patient ?? {}) as { mergedIds?: readonly unknown[]; mergedIntoId?: unknown }
  return otherId !== undefined && [patientId, ...mergedIds, mergedIntoId].includes(otherId)
}
