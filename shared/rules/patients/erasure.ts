import type { AnyRecord, RecordValues } from '#shared/declaration/entity.ts'
import type { Patient } from '#shared/entities/patient.ts'
import { type Refusal, refuse } from '#shared/refusals.ts'
import type { ActionRule } from '#shared/rules/decision.ts'

type PatientFacts = AnyRecord & Partial<Patient>

/** Hours after which the product looks whether an erasure that it began has ended. */
const watchedHours = 24

/** Refuses a second erasure; nothing else can be done with such a patient either. */
const begun = ({ erasingAt, erasedAt }: PatientFacts): Refusal | undefined => {
  if (erasedAt !== undefined) return refuse('PATIENT_ERASED')
  return erasingAt === undefined ? undefined : refuse('ERASURE_RUNS')
}

/**
 * Whether a patient can be erased: nobody holds the record or one merged into it, it is not merged into another one, and no
 * case and no settlement file waits for anything. The operation shows it those that a list of this moment names, each as it
 * is in the table.
 */
const erase: ActionRule = {
  decide: ({ record, now, actor, isConsequence, related: { merged = [], openCases = [], liveFiles = [] } }) => {
    const patient: PatientFacts = record
    const refused = begun(patient)
    if (refused) return refused
    if (patient.mergedIntoId !== undefined) return refuse('ERASE_MERGED')
    if ([patient, ...merged].some(({ heldAt }) => heldAt !== undefined)) return refuse('ON_HOLD')
    const [openCase] = openCases
    if (openCase) return refuse('ERASE_OPEN_CASE', { number: numberOf(openCase) })
    const [liveFile] = liveFiles
    if (liveFile) return refuse('ERASE_LIVE_FILE', { number: numberOf(liveFile) })
    const watchAt = new Date(Date.parse(now) + watchedHours * 3_600_000).toISOString()
    // The product has no account that a record could name.
    const maker = isConsequence ? {} : { createdBy: actor.userId }
    const job = { kind: 'erasure', resource: 'patients', request: { patientId: record.id }, dueAt: now, ...maker }
    return {
      changes: { erasingAt: now, retainUntil: watchAt },
      creates: [{ resource: 'jobs', values: job, key: ['erasure'] }],
    }
  },
}

const numberOf = ({ number, id }: RecordValues): string => String(number ?? id)

const hold: ActionRule = {
  decide: ({ record, body }) => {
    const patient: PatientFacts = record
    return (
      begun(patient) ??
      (patient.heldAt === undefined ? { changes: { holdReason: body.reason } } : refuse('ALREADY_HELD'))
    )
  },
}

const release: ActionRule = {
  decide: ({ record }) => {
    const { heldAt }: PatientFacts = record
    return heldAt === undefined ? refuse('NOT_HELD') : { changes: { heldAt: null, heldBy: null, holdReason: null } }
  },
}

const exported: ActionRule = { decide: ({ record }) => begun(record) ?? { changes: {} } }

/** The same rule, which refuses a patient whose erasure has begun. */
export const unlessErased = (rule: ActionRule): ActionRule => ({
  ...rule,
  decide: (situation) => begun(situation.record) ?? rule.decide(situation),
})

/** The steps by which what is held on a patient is kept, handed out or erased. */
export const erasureRules = { hold, 'release-hold': release, erase, export: exported } as const satisfies Readonly<
  Record<string, ActionRule>
>
