import type { Actor } from '#shared/declaration/access.ts'
import type { SettlementFile, signedSteps } from '#shared/entities/settlementFile.ts'
import { notYou, type Refusal } from '#shared/rules/decision.ts'

type SignedStep = (typeof signedSteps)[number]
type FileSignatures = Pick<SettlementFile, 'signedBy'>

const said: Readonly<Record<SignedStep, string>> = { estimate: 'estimated', verify: 'verified', approve: 'approved' }

/**
 * Refuses whoever took another signed step on this version of the file: persons are compared, never roles, and a step
 * that was taken again since, by whomever, is remembered.
 */
export function otherHand({ signedBy = [] }: FileSignatures, { userId }: Actor, name: SignedStep): Refusal | undefined {
  const other = signedBy.find((each) => each.by === userId && each.step !== name)
  return other && notYou('FOUR_EYES', `You ${said[other.step]} this file yourself; another person must ${name} it.`)
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
