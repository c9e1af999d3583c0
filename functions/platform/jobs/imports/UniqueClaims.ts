import type { Change } from '#functions/platform/store/commit.ts'
import { uniqueSteps } from '#functions/platform/store/dependentSteps.ts'
import { recordKey } from '#functions/platform/store/keys.ts'
import { getItem } from '#functions/platform/store/read.ts'
import { invalid } from '#shared/declaration/problem.ts'
import { refuse } from '#shared/refusals.ts'

/** A value that a row takes or gives up, and the fields that it is of. */
interface UniqueClaim {
  readonly key: string
  readonly fields: readonly string[]
  readonly isTaken: boolean
}

/**
 * The unique values that the rows of a checked file would take and give up, in their order: a check writes nothing, and has to
 * find the same as the import, whose rows are each written after those before it.
 */
export class UniqueClaims {
  private readonly claims = new Map<string, readonly { readonly index: number; readonly isTaken: boolean }[]>()

  /** Throws the 422 of changes that would take a value which a record or an earlier row has; otherwise it is taken. */
  async take(index: number, changes: readonly Change[]): Promise<void> {
    const claims = changes.flatMap(claimsOf)
    for (const { key, fields, isTaken } of claims)
      if (isTaken && (await this.isTaken(index, key)))
        throw invalid(Object.fromEntries(fields.map((name) => [name, refuse('TAKEN')])))
    for (const { key, isTaken } of claims) {
      // A row that is planned again takes nothing from itself.
      const before = (this.claims.get(key) ?? []).filter((each) => each.index < index)
      this.claims.set(key, [...before, { index, isTaken }])
    }
  }

  private async isTaken(index: number, key: string): Promise<boolean> {
    const own = this.claims.get(key)?.findLast((each) => each.index < index)
    return own?.isTaken ?? (await getItem({ pk: key, sk: 'A' }, { consistent: true })) !== undefined
  }
}

function claimsOf({ entity, before, after }: Change): UniqueClaim[] {
  const claims = uniqueSteps(entity, before?.record, after).flatMap(({ unique = '', write }) => {
    const { pk } = write.Delete?.Key ?? write.Put?.Item ?? {}
    return [{ key: String(pk), fields: unique.split(','), isTaken: write.Put !== undefined }]
  })
  // What is keyed by its values has its own key only once, even after it was deleted.
  const isKeyed = entity.keyedBy !== undefined && !before
  return isKeyed ? [{ key: recordKey(after.id).pk, fields: entity.keyedBy ?? [], isTaken: true }, ...claims] : claims
}
