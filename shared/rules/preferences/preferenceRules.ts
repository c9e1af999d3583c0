import type { Actor } from '#shared/declaration/access.ts'
import type { RecordValues } from '#shared/declaration/entity.ts'
import { User } from '#shared/entities/user.ts'
import { type Refusal, refuse } from '#shared/refusals.ts'
import type { Rules } from '#shared/rules/decision.ts'

/** Whether a person, and not the product, acts on what is another person's. */
export const isOfAnother = (actor: Actor, { userId }: RecordValues): boolean =>
  actor.userId !== userId && actor.userId.startsWith(`${User.prefix}_`)

const refusalFor = (actor: Actor, record: RecordValues): Refusal | undefined =>
  isOfAnother(actor, record) ? refuse('CHOICE_OWN') : undefined

/** What is decided about choices in the panel: people make their own, whoever may read those of others. */
export const preferenceRules: Rules = {
  derivation: { derive: () => ({}), check: (record, _before, actor) => refusalFor(actor, record) },
  actions: { keep: { decide: ({ record, actor }) => refusalFor(actor, record) ?? { changes: {} } } },
}
