import type { Patient } from '#shared/entities/patient.ts'
import { refuse } from '#shared/refusals.ts'
import type { ActionRule } from '#shared/rules/decision.ts'
import { capLeft, type PatientConcession, recentConcessions } from './balance.ts'

/** What an offer is noted with, as its approval says it. */
interface ConcessionBody extends Omit<PatientConcession, 'at'> {
  readonly capMinor?: number
  readonly disputedMinor?: number
  readonly limitMinor?: number
}

/**
 * Notes an offer of money on the record of its patient, within the cap of its rule, the amount in dispute and the limit of
 * whoever decided on it, which counts what the case was given before. Whoever
 * approves another one at the same moment writes the same record, so that both never fit where only one does.
 */
const concede: ActionRule = {
  decide: ({ record, body, now }) => {
    const patient: Partial<Patient> = record
    const { capMinor, disputedMinor, limitMinor, ...concession } = body as unknown as ConcessionBody
    const { offerId, ruleCode, amountMinor, caseId, isAlone } = concession
    if (capMinor !== undefined && amountMinor > capLeft(patient, { offerId, ruleCode, capMinor }, now))
      return refuse('PATIENT_CAP')
    const others = recentConcessions(patient, now).filter((each) => each.offerId !== offerId)
    const ofCase = others.filter((each) => caseId !== undefined && each.caseId === caseId)
    const lowering = sumOf(ofCase.filter((each) => each.isLowering))
    if (disputedMinor !== undefined && lowering + amountMinor > disputedMinor) return refuse('NOTHING_LEFT')
    const given = sumOf(isAlone ? ofCase.filter((each) => each.isAlone) : ofCase)
    if (limitMinor !== undefined && given + amountMinor > limitMinor) return refuse('LIMIT_USED')
    return { changes: { concessions: [...others, { ...concession, at: now }] } }
  },
}

const sumOf = (concessions: readonly PatientConcession[]): number =>
  concessions.reduce((sum, { amountMinor }) => sum + amountMinor, 0)

/** Takes back what an offer counted, because it stands no more. */
const takeBack: ActionRule = {
  decide: ({ record, body, now }) => {
    const rest = recentConcessions(record as Partial<Patient>, now).filter(({ offerId }) => offerId !== body.offerId)
    return { changes: { concessions: rest.length > 0 ? rest : null } }
  },
}

/** The steps of a patient's record that follow from offers; nobody takes them alone. */
export const concessionSteps = { concede, 'take-back': takeBack } as const
