import type { Row } from '#functions/platform/store/item.ts'
import type { GroupsQuery } from '#shared/api/groups.ts'
import type { SeenRecord } from './follow/follow.ts'
import type { MaintenanceCounts } from './maintain.ts'
import type { GroupsAnswer } from './question/groups.ts'
import type { PageAnswer, PageRange } from './question/page.ts'
import type { ListQuestion } from './question/questions.ts'

/** What the room offers, in this thread or in others. */
export interface Projection {
  /** Takes over what changed in a resource until now, or as far as it comes by `until`; the instant it is followed to. */
  readonly follow: (resource: string, until?: number) => Promise<number>
  /** Takes over records that the caller wrote, should they not have been told of yet. */
  readonly takeSeen: (resource: string, seen: readonly SeenRecord[]) => Promise<void>
  readonly page: (question: ListQuestion, range: PageRange) => Promise<PageAnswer>
  readonly groups: (question: ListQuestion, columns: Pick<GroupsQuery, 'by' | 'sum'>) => Promise<GroupsAnswer>
  readonly ids: (question: ListQuestion) => Promise<string[]>
  /** The rows of one state, so many at a time. */
  readonly rows: (question: ListQuestion, size: number) => AsyncGenerator<Row[]>
  /** Compares the file with the table, repairs it, and publishes a snapshot when it is time for one. */
  readonly maintain: () => Promise<MaintenanceCounts>
  /** Makes the file anew after damage. */
  readonly renew: () => Promise<void>
  readonly close: () => Promise<void>
}
