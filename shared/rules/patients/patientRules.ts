import type { Patient } from '#shared/entities/patient.ts'
import type { Rules } from '#shared/rules/decision.ts'
import { mergedDeletion, mergeRules } from '#shared/rules/merging/mergeRules.ts'
import { concessionSteps } from '#shared/rules/offers/concessions.ts'
import { erasureRules, unlessErased } from './erasure.ts'
import { keptUntil, retain } from './retention.ts'

const merging = mergeRules('patients')

/** Every rule about patients: their records are merged and parted, held, exported, and erased when nothing asks for them. */
export const patientRules: Rules = {
  derivation: {
    // A record that was merged waits for the one that stays.
    derive: (record, _links, now) => {
      const { retainUntil, createdAt = now, mergedIntoId, erasedAt }: Partial<Patient> = record
      const isKept = mergedIntoId === undefined || mergedIntoId === null
      return { retainUntil: isKept && erasedAt === undefined ? (retainUntil ?? keptUntil(createdAt, [])) : undefined }
    },
  },
  deletion: mergedDeletion,
  actions: {
    ...merging,
    merge: unlessErased(merging.merge),
    unmerge: unlessErased(merging.unmerge),
    ...erasureRules,
    ...concessionSteps,
    retain,
  },
}
