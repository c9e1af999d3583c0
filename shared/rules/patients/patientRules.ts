import type { Rules } from '#shared/rules/decision.ts'
import { mergedDeletion, mergeRules } from '#shared/rules/merging/mergeRules.ts'

/** Every rule about patients: two records of one patient at a site are merged, and parted again. */
export const patientRules: Rules = { deletion: mergedDeletion, actions: mergeRules('patients') }
