import type { Case } from '#shared/entities/case.ts'
import type { Patient } from '#shared/entities/patient.ts'
import { remedyNatures } from './remedies.ts'
import type { StandingRule } from './standardRules.ts'

/** The words for a patient, and the language that they are in. */
export interface PatientText {
  readonly text: string
  readonly language: string
  /** They are said word for word: money is given where the fault was not ours, or nobody has judged it yet. */
  readonly isFixed: boolean
}

/** The words of a rule in the patient's language, else in English; undefined where the rule has none. */
export function wordingOf(
  { wording, remedy }: Pick<StandingRule, 'wording' | 'remedy'>,
  { faultClass }: Partial<Case>,
  { language = 'en' }: Partial<Patient>,
): PatientText | undefined {
  const found = wording[language] ? language : 'en'
  const text = wording[found]
  const isFixed = remedyNatures[remedy].isMoney === true && faultClass !== 'own-fault'
  return text ? { text, language: found, isFixed } : undefined
}
