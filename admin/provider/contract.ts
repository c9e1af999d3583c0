import type { DataProvider, Identifier, RaRecord, SortPayload } from 'react-admin'
import type { ImportBody } from '#shared/api/transfer.ts'
import type { ListPage, PageRequest } from './page.ts'

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
  readonly errors?: readonly JobError[]
  readonly result?: Record<string, unknown>
}

/** A record, or a row of a file, that a job could not do, and why. */
export interface JobError {
  readonly id: string
  readonly row?: number
  readonly message: string
  readonly rule?: string
}

/** Which records an export writes, in which order, and which of their fields; a list's own columns unless said. */
export type ExportRequest = Scope & { readonly sort?: SortPayload; readonly columns?: readonly string[] }

/** What became of an import, or would become of it. */
export type ImportResult = {
  readonly dryRun: boolean
  readonly inserted: number
  readonly updated: number
  readonly unchanged: number
  /** Columns that were left out. */
  readonly ignored: readonly string[]
  /** The first differences, of a dry run only. */
  readonly differences?: readonly Difference[]
}

/** What a row of a file would do. */
export type Difference = { readonly row: number } & (
  | { readonly action: 'insert'; readonly values: Readonly<Record<string, unknown>> }
  | {
      readonly action: 'update'
      readonly id: string
      readonly changes: Readonly<Record<string, { readonly from: unknown; readonly to: unknown }>>
    }
)

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
  page: (resource: string, request: PageRequest) => Promise<ListPage>
  rows: (resource: string, patches: readonly RowPatch[]) => Promise<RowResult[]>
  preview: (resource: string, scope: Scope, change: BulkChange) => Promise<Preview>
  bulk: (
    resource: string,
    scope: Scope,
    change: BulkChange,
    expectedCount?: number,
  ) => Promise<{ job: string; matched: number }>
  /** Starts writing a list as a file; asked again with the same key, it is the same job. */
  exportList: (resource: string, asked: ExportRequest, key?: string) => Promise<{ job: string; matched: number }>
  /** Starts taking in the rows of a file, or trying them; asked again with the same key, it is the same job. */
  importList: (resource: string, body: ImportBody, key?: string) => Promise<{ job: string; rows: number }>
  job: (id: string, signal?: AbortSignal) => Promise<JobState>
  cancelJob: (id: string) => Promise<void>
  act: (
    resource: string,
    id: Identifier,
    action: string,
    body?: object,
    version?: number,
  ) => Promise<RaRecord & ActionReply>
  history: (recordId: Identifier) => Promise<HistoryEntry[]>
  restore: (resource: string, id: Identifier) => Promise<RaRecord>
  surveyStats: (filter: Record<string, unknown>) => Promise<RaRecord[]>
  previewLines: (request: object) => Promise<Record<string, unknown>>
}

/** What an action may answer besides the record: a job, or links to hand over. */
export interface ActionReply {
  readonly job?: string
  readonly invitations?: readonly { id: string; status: string; url?: string; rule?: string; reason?: string }[]
}

export type { ListPage as Page, PageRequest, SortPayload }
