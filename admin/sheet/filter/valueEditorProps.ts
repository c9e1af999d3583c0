import type { DeclaredField } from '#admin/entity/declaredFields.ts'
import type { ComparisonName } from './comparisons.ts'

/** What every editor of a filter's values is given. */
export interface ValueEditorProps {
  readonly column: DeclaredField
  readonly comparison: ComparisonName
  /** The currency of amounts. */
  readonly currency: string
  readonly values: readonly unknown[]
  readonly change: (values: readonly unknown[]) => void
  /** Why what stands in the editor is no value; said below it. */
  readonly problem: string | undefined
  readonly refuse: (problem: string | undefined) => void
}
