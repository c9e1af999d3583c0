import type { DataProvider, Identifier, RaRecord } from 'react-admin'
import type { BulkPreview, BulkStart } from '#shared/api/bulk.ts'
import type { jobReply } from '#shared/api/contract.ts'
import type { WeekSummary } from '#shared/api/followUps.ts'
import type { Group } from '#shared/api/groups.ts'
import type { JobState, undoJob } from '#shared/api/jobs.ts'
import type { OfferOptionReply } from '#shared/api/offers.ts'
import type { RowPatch, RowResult } from '#shared/api/rows.ts'
import type { PricedLines } from '#shared/api/settlements.ts'
import type { invitePatients, StatisticsRow } from '#shared/api/surveys.ts'
import type { HistoryRow, Me } from '#shared/api/system.ts'
import type { Difference, ExportBody, exportList, ImportBody, ImportResult, importList } from '#shared/api/transfer.ts'
import type { OpenedFile, UploadAddress } from '#shared/api/uploads.ts'
import type { Order } from '#shared/declaration/entity.ts'
import type { Upload } from '#shared/entities/upload.ts'
import type { GroupsRequest, ListPage, PageRequest } from './page.ts'
import type { StorageRule } from './storage.ts'

export type {
  BulkPreview,
  Difference,
  Group,
  HistoryRow,
  ImportResult,
  JobState,
  ListPage,
  Me,
  PageRequest,
  RowPatch,
  RowResult,
}

type ReplyOf<C extends { reply: { _output: unknown } }> = C['reply']['_output']

/** Which records a bulk change means: those named, or all that match a filter. */
export type Scope = { readonly ids: readonly Identifier[] } | { readonly filter: Record<string, unknown> }

/** What a bulk change does to each record. */
export type BulkChange =
  | { readonly changes: Record<string, unknown> }
  | { readonly action: string; readonly body: Record<string, unknown> }

/** Which records an export writes, in which order and form, and which of their fields; a list's own columns when none are named. */
export type ExportRequest = Scope & { readonly order?: Order } & Pick<
    ExportBody,
    'columns' | 'format' | 'language' | 'titles' | 'title' | 'labels'
  >

/** What is announced of a file. */
export type UploadRequest = Required<Pick<Upload, 'purpose' | 'name' | 'type' | 'bytes' | 'sha256'>>

/** The reply of a step: the record, and the job it started or the invitations it made. */
export type ActionReply = RaRecord & Partial<typeof jobReply._output & ReplyOf<typeof invitePatients>>

/** A choice of a person in the panel, by its name. */
export interface KeptPreference {
  readonly id: string
  readonly name: string
  readonly value: unknown
}

/** A week of follow-ups: its site, and the week by ISO 8601. */
export interface WeekRequest {
  readonly siteId?: string
  readonly week?: string
}

/** react-admin's data provider, and the product's own requests. */
export interface RedressProvider extends DataProvider {
  page: (resource: string, request: PageRequest) => Promise<ListPage>
  groups: (resource: string, request: GroupsRequest) => Promise<Group[]>
  rows: (resource: string, patches: readonly RowPatch[]) => Promise<RowResult[]>
  preview: (resource: string, scope: Scope, change: BulkChange) => Promise<BulkPreview>
  /** Starts the job of a bulk change; the same key gives the same job. */
  bulk: (resource: string, scope: Scope, change: BulkChange, expectedCount?: number, key?: string) => Promise<BulkStart>
  /** Starts the job that writes a list as a file; the same key gives the same job. */
  exportList: (resource: string, request: ExportRequest, key?: string) => Promise<ReplyOf<typeof exportList>>
  /** Starts the job that imports the rows of a file, or only tries them; the same key gives the same job. */
  importList: (resource: string, body: ImportBody, key?: string) => Promise<ReplyOf<typeof importList>>
  /** Announces a file; the reply says where its bytes are sent. */
  announce: (file: UploadRequest) => Promise<UploadAddress>
  /** The address of a file kept with a record, by its place counted from 1. */
  openFile: (resource: string, id: Identifier, place: number) => Promise<OpenedFile>
  /** A job at this moment; behind a place named by `refusedNext`, with its next refusals. */
  job: (id: string, signal?: AbortSignal, refusedAfter?: number) => Promise<JobState>
  cancelJob: (id: string) => Promise<void>
  /** Starts the job that takes back what another one changed; the same key gives the same job. */
  undoJob: (id: string, key?: string) => Promise<ReplyOf<typeof undoJob>>
  act: (resource: string, id: Identifier, action: string, body?: object, version?: number) => Promise<ActionReply>
  /** What is wrong with the disk that the records are on; undefined when nothing is. */
  storageFault: (signal?: AbortSignal) => Promise<StorageRule | undefined>
  history: (recordId: Identifier) => Promise<HistoryRow[]>
  restore: (resource: string, id: Identifier) => Promise<RaRecord>
  surveyStats: (filter: Record<string, unknown>) => Promise<StatisticsRow[]>
  /** What the follow-ups of a week at a site came to; of the last one at the person's site, where the query names none. */
  followUpWeek: (query: WeekRequest, signal?: AbortSignal) => Promise<WeekSummary>
  /** The same as a table for spreadsheets. */
  followUpTable: (query: WeekRequest) => Promise<string>
  previewLines: (request: object) => Promise<PricedLines>
  /** What a person chose in the panel. */
  preferences: (userId: string) => Promise<KeptPreference[]>
  /** Keeps a choice, also while the page closes; the answer is its id. */
  keepPreference: (choice: Omit<KeptPreference, 'id'> & { id?: string; userId: string }) => Promise<string>
  /** What may be offered in a case, for the person or for a role that is tried. */
  offerOptions: (caseId: Identifier, role?: string, signal?: AbortSignal) => Promise<OfferOptionReply[]>
}
