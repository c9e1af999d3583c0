import type { Row } from '#functions/platform/store/item.ts'
import type { GroupsQuery } from '#shared/api/groups.ts'
import type { SqlFile } from './file/sqlite.ts'
import type { SeenRecord } from './follow/follow.ts'
import type { GroupsAnswer } from './question/groups.ts'
import type { PageAnswer, PageRange } from './question/page.ts'
import type { ListQuestion } from './question/questions.ts'

/** What maintenance found and did. */
export interface MaintenanceCounts {
  readonly rows: number
  /** Changes taken over since the last snapshot. */
  readonly changes: number
  readonly published: boolean
  /** Records that the followed file had otherwise than the feed; they were repaired. */
  readonly differences: number
  /** Seconds since the oldest resource was followed. */
  readonly lagSeconds: number
  /** Records that cannot be read any more and that no list shows. */
  readonly unreadable: readonly SeenRecord[]
}

/** Compares a file with the table, repairs it, and publishes a snapshot when it is time for one. */
export type Maintenance = (file: SqlFile) => Promise<MaintenanceCounts>

/** What the room offers, in this thread or in others. */
export interface Projection {
  /** Takes over what changed in a resource until now, or as far as it comes by `until`; the instant it is followed to. */
  readonly follow: (resource: string, until?: number) => Promise<number>
  /** Takes over records that the caller wrote, should they not have been told of yet. */
  readonly takeSeen: (resource: string, seen: readonly SeenRecord[]) => Promise<void>
  readonly page: (question: ListQuestion, range: PageRange) => Promise<PageAnswer>
  readonly groups: (question: ListQuestion, columns: Pick<GroupsQuery, 'by' | 'sum'>) => Promise<GroupsAnswer>
  readonly ids: (question: ListQuestion) => Promise<string[]>
  /** Ids of the deleted records of a resource that hold data of persons: of all, or of one. */
  readonly deletedIds: (resource: string, subjectId?: string) => Promise<string[]>
  /** The rows of one state, so many at a time. */
  readonly rows: (question: ListQuestion, size: number) => AsyncGenerator<Row[]>
  /** Has the file maintained: by `run` in this thread, or by the same function in the thread that has the file. */
  readonly maintain: (run: Maintenance) => Promise<MaintenanceCounts>
  /** Makes the file anew after damage. */
  readonly renew: () => Promise<void>
  readonly close: () => Promise<void>
}
