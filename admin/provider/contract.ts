import type { DataProvider, Identifier, RaRecord, SortPayload } from 'react-admin'
import type { Page, PageRequest } from '#admin/provider/page.ts'

/** Changes of one record, made against a version of it. */
export interface RowPatch {
  readonly id: string
  readonly version: number
  readonly changes: Readonly<Record<string, unknown>>
}

/** What became of one row: saved, or the reason why not and the record as it stands. */
export type RowResult =
  | { readonly id: string; readonly ok: true; readonly record: RaRecord }
  | {
      readonly id: string
      readonly ok: false
      readonly status: number
      readonly message: string
      readonly rule?: string
      readonly errors?: Record<string, string>
      readonly current?: RaRecord
    }

/** Which records a bulk change means: those named, or all that match a filter. */
export type Scope = { readonly ids: readonly Identifier[] } | { readonly filter: Record<string, unknown> }

/** What a bulk change does to each record. */
export type BulkChange =
  | { readonly changes: Record<string, unknown> }
  | { readonly action: string; readonly body: Record<string, unknown> }

export interface Preview {
  readonly matched: number
  readonly isExact: boolean
  readonly sample: RaRecord[]
}

/** Long work on the server, as the panel watches it. */
export interface JobState extends RaRecord {
  readonly status: 'queued' | 'running' | 'done' | 'cancelled' | 'failed'
  readonly done: number
  readonly total: number
  readonly failed: number
  readonly errors?: readonly { readonly id: string; readonly message: string }[]
  readonly result?: Record<string, unknown>
}

/** One entry of a record's history. */
export interface HistoryEntry extends RaRecord {
  readonly recordId: string
  readonly version: number
  readonly at: string
  readonly actorId?: string
  readonly actorName?: string
  readonly action: string
  readonly reason?: string
  readonly source?: string
  readonly before?: Record<string, unknown>
  readonly after?: Record<string, unknown>
}

/** The signed-in person as `/api/me` answers. */
export interface Me {
  readonly id: string
  readonly name: string
  readonly email: string
  readonly roles: readonly string[]
  readonly siteIds: readonly string[]
  readonly isGlobal: boolean
  readonly language?: string
  readonly permissions: readonly string[]
}

/** react-admin's data provider and what the product offers beyond it. */
export interface RedressProvider extends DataProvider {
  page: (resource: string, request: PageRequest) => Promise<Page>
  rows: (resource: string, patches: readonly RowPatch[]) => Promise<RowResult[]>
  preview: (resource: string, scope: Scope, change: BulkChange) => Promise<Preview>
  bulk: (
    resource: string,
    scope: Scope,
    change: BulkChange,
    expectedCount?: number,
  ) => Promise<{ job: string; matched: number }>
  job: (id: string, signal?: AbortSignal) => Promise<JobState>
  cancelJob: (id: string) => Promise<void>
  act: (
    resource: string,
    id: Identifier,
    action: string,
    body?: object,
    version?: number,
  ) => Promise<RaRecord & Answered>
  history: (recordId: Identifier) => Promise<HistoryEntry[]>
  restore: (resource: string, id: Identifier) => Promise<RaRecord>
  surveyStats: (filter: Record<string, unknown>) => Promise<RaRecord[]>
  previewLines: (request: object) => Promise<Record<string, unknown>>
}

/** What an action may answer besides the record: a job, or links to hand over. */
export interface Answered {
  readonly job?: string
  readonly invitations?: readonly { id: string; status: string; url?: string; rule?: string; reason?: string }[]
}

export type { Page, PageRequest, SortPayload }
