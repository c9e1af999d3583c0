import type { Actor } from '#shared/declaration/access.ts'
import type { SettlementFile, signedSteps } from '#shared/entities/settlementFile.ts'
import { type Refusal, refuse } from '#shared/refusals.ts'

type SignedStep = (typeof signedSteps)[number]
type FileSignatures = Pick<SettlementFile, 'signedBy'>

/**
 * Refuses a person who took another signed step on this version of the file: persons are compared, never roles, and a step
 * that was taken again since, by anybody, is remembered.
 */
export function otherHand({ signedBy = [] }: FileSignatures, { userId }: Actor, name: SignedStep): Refusal | undefined {
  const other = signedBy.find((each) => each.by === userId && each.step !== name)
  return other && refuse('FOUR_EYES', { taken: other.step })
}

/** The file's signatures with one more, once per person and step. */
export function signed(
  { signedBy = [] }: FileSignatures,
  { userId: by }: Actor,
  step: SignedStep,
): Required<FileSignatures> {
  const isKnown = signedBy.some((each) => each.by === by && each.step === step)
  return { signedBy: isKnown ? signedBy : [...signedBy, { step, by }] }
}
