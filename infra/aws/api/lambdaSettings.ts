import { Duration, Size } from 'aws-cdk-lib'
import { dirtyPartition, eventsTick, surveyLinkKey } from '#functions/platform/store/keys.ts'
import { functionNames } from '#infra/bundle/bundle.ts'
import { type Entity, fieldOf } from '#shared/declaration/entity.ts'
import { Case } from '#shared/entities/case.ts'
import { dueTicks } from '#shared/entities/deadLetter.ts'
import { entities } from '#shared/entities/index.ts'
import { Invitation } from '#shared/entities/invitation.ts'
import { Notice } from '#shared/entities/notice.ts'
import { Patient } from '#shared/entities/patient.ts'
import { Response } from '#shared/entities/response.ts'
import { SettlementFile } from '#shared/entities/settlementFile.ts'
import { Site } from '#shared/entities/site.ts'
import { Survey } from '#shared/entities/survey.ts'
import { User } from '#shared/entities/user.ts'
import type { SecretName } from '../data/SecretStore.ts'
import { keysOf, outboxPrefix, partitionsOf, recordsOf } from './partitions.ts'

/** Memory, timeout and access of one function; its rights and its environment follow from this. */
export interface LambdaSettings {
  readonly name: string
  readonly timeout: Duration
  /** Memory in MiB; Lambda gives processor time in proportion. */
  readonly memory: number
  /** Temporary storage of an instance; the projection lies in it. */
  readonly storage: Size
  /** Resources that it lists or counts: it follows their changes. */
  readonly lists: readonly string[]
  /** Ticks for which it looks up what is due, or `eventsTick`. */
  readonly awaits: readonly string[]
  /** Whether it writes the snapshots of the projection, from which the others start. */
  readonly publishesSnapshots?: boolean
  /** Whether it writes the anchors of history. */
  readonly anchorsHistory?: boolean
  /** Patterns of the partitions that it may read, and of those that it may also write; all when absent. */
  readonly partitions?: { readonly reads: readonly string[]; readonly writes: readonly string[] }
  readonly secrets: readonly SecretName[]
  /** Whether it reads files, writes them, or signs addresses for that; looks how their scan ended; and removes them. */
  readonly files?: readonly ('read' | 'write' | 'scan' | 'remove')[]
  /** Whether it deletes many items of the table at once. */
  readonly clearsItems?: boolean
  /** Whether it creates, changes and disables users in the user pool. */
  readonly managesUsers?: boolean
  /** Whether it sends mail and text messages. */
  readonly sendsMessages?: boolean
  /** Whether it puts jobs into the queue. */
  readonly queuesJobs?: boolean
  /** What calls it without waiting for an answer; absent for a function that serves requests. */
  readonly trigger?: 'stream' | 'queue' | 'clock'
  /** Reserved concurrent executions, which are also the maximum. */
  readonly reservedConcurrency?: number
}

/** Whether a function writes records, and so signs their history. */
export const writesRecords = ({ partitions }: LambdaSettings): boolean => partitions?.writes.length !== 0

/** What every Lambda gets; the timeout is a second less than an HTTP API waits, so that the function answers first. */
const defaults = {
  ...{ timeout: Duration.seconds(29), memory: 1024, storage: Size.mebibytes(512) },
  ...{ secrets: ['CURSOR_SECRET'] as const, lists: [], awaits: [] },
}

/** What a function gets that lists: a whole processor, and room for a projection of a million records and its snapshot. */
const listing = { memory: 1769, storage: Size.gibibytes(2) }

const resourceOf = ({ resource }: Entity): string => resource

const everyResource = entities.map(resourceOf)

const everyWait = [...new Set(entities.flatMap(({ due }) => due?.tick ?? []))]

/** What the API lists through a function: its own resources, those that a search or a reach goes through, and sites for their zones. */
function listsOf(name: string): string[] {
  const own = entities.filter(({ lambda }) => lambda === name)
  const through = own.flatMap((entity) => {
    const reached = Object.values(entity.reach ?? {}).map((reach) => (typeof reach === 'string' ? '' : reach.by))
    return [entity.search?.through ?? '', ...reached].flatMap((name) => fieldOf(entity, name)?.resource ?? [])
  })
  return own.length === 0 ? [] : [...new Set([...own.map(resourceOf), ...through, Site.resource])]
}

/** What differs by Lambda. */
const overrides: Readonly<Record<string, Partial<LambdaSettings>>> = {
  // The code that identifies a person is in every function.
  openapi: { memory: 512, reservedConcurrency: 5, secrets: [], partitions: { reads: [recordsOf(User)], writes: [] } },
  system: { files: ['read'] },
  // It signs the addresses where files arrive.
  settings: { files: ['write'] },
  // It verifies files that arrived, keeps them under their record, and signs the addresses where they are read.
  settlements: { files: ['read', 'write', 'scan'] },
  // It looks for what stands against the erasure of a patient.
  patients: { lists: [...listsOf('patients'), Case.resource, SettlementFile.resource] },
  // It looks for open cases of a patient before further services are spoken of.
  'follow-ups': { lists: [...listsOf('follow-ups'), Case.resource] },
  surveys: { secrets: ['CURSOR_SECRET', 'TOKEN_PEPPER'] },
  // 20 answer 200 requests a second of 0.1 seconds each, which is what the gateway lets through.
  'survey-page': {
    ...{ memory: 512, reservedConcurrency: 20 },
    secrets: ['TOKEN_PEPPER'],
    partitions: {
      // The history of an answer is encrypted under the key of its patient, who has one already.
      reads: [surveyLinkKey('*').pk, keysOf(Patient), ...[Survey, Site].map(recordsOf)],
      writes: [...[Invitation, Response].flatMap(partitionsOf), `${outboxPrefix}*`, dirtyPartition],
    },
  },
  events: {
    trigger: 'stream',
    timeout: Duration.minutes(1),
    secrets: ['TOKEN_PEPPER'],
    clearsItems: true,
    managesUsers: true,
    sendsMessages: true,
    queuesJobs: true,
    // What failed waits there for its next attempt.
    awaits: [eventsTick],
    // It renames a patient wherever the name stands, looks for surveys after a visit and for the persons of notices, and
    // for the notices of a person who left.
    lists: [...entities.filter((entity) => fieldOf(entity, 'patientName')), User, Notice, Survey, Site].map(resourceOf),
  },
  jobs: {
    trigger: 'queue',
    timeout: Duration.minutes(5),
    secrets: [],
    files: ['read', 'write', 'scan', 'remove'],
    clearsItems: true,
    reservedConcurrency: 5,
    lists: everyResource,
    awaits: ['jobs'],
  },
  schedules: {
    trigger: 'clock',
    // It builds a projection of a million records from the table beside the one it followed, to compare them.
    ...{ timeout: Duration.minutes(10), storage: Size.gibibytes(4) },
    secrets: ['TOKEN_PEPPER'],
    sendsMessages: true,
    lists: everyResource,
    // What a tick failed to do waits under its name too.
    awaits: [...new Set([...everyWait, ...dueTicks])].filter((tick) => tick !== 'jobs'),
    publishesSnapshots: true,
    anchorsHistory: true,
  },
}

/** The settings of every Lambda. */
export const lambdaSettings: readonly LambdaSettings[] = functionNames.map((name) => {
  const lists = overrides[name]?.lists ?? listsOf(name)
  const settings = { ...defaults, ...(lists.length > 0 && listing), ...overrides[name], lists, name }
  // What serves requests has to know CloudFront.
  return settings.trigger ? settings : { ...settings, secrets: [...settings.secrets, 'ORIGIN_SECRET'] }
})
