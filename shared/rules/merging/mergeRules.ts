import type { Action, AnyRecord, RecordValues } from '#shared/declaration/entity.ts'
import { limits, longText, loose, reference, references, required } from '#shared/declaration/field.ts'
import type { Role } from '#shared/declaration/roles.ts'
import { type Refusal, refuse } from '#shared/refusals.ts'
import type { ActionRule } from '#shared/rules/decision.ts'

/** Facts of a record that may be merged into another one of its resource, and of the one that stays. */
export const mergeFacts = <const R extends string>(resource: R) => ({
  // Whatever others were merged into stays by a rule of its own.
  mergedIntoId: loose(reference(resource)),
  mergedIds: loose(references(resource)),
})

/** The steps of merging and of undoing it; the record that stays learns of both by steps that only the product takes. */
export const mergeActions = (resource: string, allow: readonly Role[]) =>
  ({
    merge: { body: { intoId: required(reference(resource)), note: longText(1000) }, allow },
    unmerge: { body: {}, allow },
    absorb: { body: { mergedId: required(reference(resource)) }, allow: [] },
    release: { body: { mergedId: required(reference(resource)) }, allow: [] },
  }) as const satisfies Readonly<Record<string, Action>>

/** What merging reads of a record. */
interface Mergeable {
  readonly id?: string
  readonly siteId?: string
  readonly mergedIntoId?: string
  readonly mergedIds?: readonly string[]
}

/**
 * Two records of one thing become one, so that it can be undone: both stay as they are, and each names the other. A
 * record that was merged takes no other one in, so that merging never goes round in a circle.
 */
export const mergeRules = (
  resource: string,
  differs: (merged: RecordValues, stays: AnyRecord) => Refusal | undefined = () => undefined,
) =>
  ({
    merge: {
      decide: ({ record, body: { intoId } }) => {
        const { mergedIntoId }: Mergeable = record
        if (mergedIntoId !== undefined) return refuse('ALREADY_MERGED')
        if (intoId === record.id) return refuse('MERGE_ITSELF')
        const learn = { resource, id: String(intoId), step: 'absorb', body: { mergedId: record.id } }
        return { changes: { mergedIntoId: intoId }, updates: [learn] }
      },
    },
    unmerge: {
      decide: ({ record }) => {
        const { mergedIntoId }: Mergeable = record
        if (mergedIntoId === undefined) return refuse('NOT_MERGED')
        const learn = { resource, id: mergedIntoId, step: 'release', body: { mergedId: record.id } }
        return { changes: { mergedIntoId: null }, updates: [learn] }
      },
    },
    absorb: {
      needs: { merged: { one: resource, id: (_record, body) => body.mergedId } },
      decide: ({ record, body, related: { merged: [merged = {}] = [] } }) => {
        const { mergedIntoId, mergedIds = [], siteId }: Mergeable = record
        if (mergedIntoId !== undefined) return refuse('MERGE_INTO_MERGED')
        if (mergedIds.length >= limits.list) return refuse('TOO_MANY', { limit: limits.list })
        if (merged.siteId !== siteId) return refuse('MERGE_OTHER_SITE')
        return differs(merged, record) ?? { changes: { mergedIds: [...mergedIds, body.mergedId] } }
      },
    },
    release: {
      decide: ({ record, body }) => {
        const { mergedIds = [] }: Mergeable = record
        const left = mergedIds.filter((id) => id !== body.mergedId)
        return { changes: { mergedIds: left.length > 0 ? left : null } }
      },
    },
  }) as const satisfies Readonly<Record<string, ActionRule>>

/** A record that others were merged into stays until they are taken out again. */
export const mergedDeletion = ({ mergedIds }: AnyRecord & Mergeable): Refusal | undefined =>
  mergedIds?.length ? refuse('MERGED_HOLD') : undefined
