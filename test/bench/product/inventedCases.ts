import { Random } from '#demo/random.ts'
import { names } from '#demo/words/names.ts'
import { runningStates } from '#shared/declaration/lifecycle.ts'
import { Case } from '#shared/entities/case.ts'
import { caseLife } from '#shared/entities/caseActions.ts'
import type { Patient } from '#shared/entities/patient.ts'

const dayMs = 86_400_000

/** Days before now over which cases are spread. */
const days = 730

const languages = [
  ['ar', 50],
  ['en', 22],
  ['zh', 12],
  ['it', 8],
  ['lv', 8],
] as const

const summaries = {
  ar: 'قيل لي إن جلسة الليزر مغطاة بالتأمين، والآن يُطلب مني دفع المبلغ كاملًا. أريد شرحًا وتخفيضًا.',
  en: 'I was told the laser session was covered by my insurer. Now I am asked to pay all of it and want an explanation.',
  zh: '我被告知激光治疗在保险范围内。现在医院要求我支付全部费用，我希望得到解释和减免。',
  it: 'Mi avevano detto che la seduta era coperta. Ora mi chiedono di pagarla per intero e vorrei una spiegazione.',
  lv: 'Man teica, ka lāzera procedūra ir apmaksāta. Tagad man prasa samaksāt visu summu, un es vēlos paskaidrojumu.',
} as const

const openStates = runningStates(caseLife)
const overStates = ['resolved', 'closed', 'legal-route', 'withdrawn'] as const

/** Patients for a number of cases: each has twenty. */
export const patientCount = (cases: number): number => Math.max(50, Math.round(cases / 20))

/** The phone of an invented patient; 555 as invented numbers do in films. */
export const inventedPhone = (index: number): string =>
  `+9665${Math.floor(index / 10_000) % 10}555${String(index % 10_000).padStart(4, '0')}`

/** A patient nobody has met, the same one for the same index. */
export function inventedPatient(index: number): Pick<Patient, 'name' | 'memberNumber' | 'phone' | 'language'> {
  const random = new Random(`patient ${index}`)
  const language = random.weighted(languages)
  const sex = random.pick(['female', 'male'] as const)
  const { [sex]: first, family, isFamilyFirst } = names[language]
  const [own, shared] = [random.pick(first).written, random.pick(family)[sex].written]
  const name = isFamilyFirst ? `${shared}${own}` : `${own} ${shared}`
  return { name, memberNumber: `M-${100_000 + index}`, phone: inventedPhone(index), language }
}

/** The values of one invented case without its references. */
export interface InventedCase {
  /** Index of its patient. */
  readonly patient: number
  /** What a person would have entered. */
  readonly fields: Readonly<Record<string, unknown>> & { readonly receivedAt: string }
  readonly status: string
  /** A number below a thousand by which whoever fills chooses its site and owner. */
  readonly choice: number
}

/** Case number `index` of `count`: nine of ten are open, and nearly all of those overdue. */
export function inventedCase(index: number, count: number, nowMs: number): InventedCase {
  const random = new Random(`case ${index}`)
  const patient = random.between(0, patientCount(count) - 1)
  const language = inventedPatient(patient).language as keyof typeof summaries
  const ageMs = ((count - index) / count) * days * dayMs
  const fields = {
    type: random.pick(Case.fields.type.choices ?? []),
    channel: random.pick(Case.fields.channel.choices ?? []),
    receivedAt: new Date(nowMs - Math.round(ageMs) - random.between(0, 60_000)).toISOString(),
    summary: summaries[language],
    demands: ['explanation', 'discount'],
    ...(random.isTrue(0.2) ? { severity: 'major', majorReasons: ['hospital-incident'] } : { severity: 'routine' }),
    level: random.isTrue(0.1) ? 2 : 1,
    currency: 'SAR',
    ...(random.isTrue(0.7) && { disputedMinor: random.between(1, 5000) * 100 }),
  }
  const status = random.isTrue(0.9) ? random.pick(openStates) : random.pick(overStates)
  return { patient, fields, status, choice: random.between(0, 999) }
}
