import { Duration } from 'aws-cdk-lib'
import { dirtyPartition, surveyLinkKey } from '#functions/platform/store/keys.ts'
import { functionNames } from '#infra/bundle/bundle.ts'
import { Invitation } from '#shared/entities/invitation.ts'
import { Response } from '#shared/entities/response.ts'
import { Site } from '#shared/entities/site.ts'
import { Survey } from '#shared/entities/survey.ts'
import type { SecretName } from '../data/SecretStore.ts'
import { outboxPrefix, partitionsOf, recordsOf } from './partitions.ts'

/** Memory, timeout and access of one function; its rights and its environment follow from this. */
export interface LambdaSettings {
  readonly name: string
  readonly timeout: Duration
  /** Memory in MiB; Lambda gives processor time in proportion. */
  readonly memory: number
  /** Patterns of the partitions that it may read, and of those that it may also write; all when absent. */
  readonly partitions?: { readonly reads: readonly string[]; readonly writes: readonly string[] }
  readonly secrets: readonly SecretName[]
  /** Whether it signs addresses for reading files, or writes files itself. */
  readonly files?: 'read' | 'write'
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

/** What every Lambda gets; the timeout is a second less than an HTTP API waits, so that the function answers first. */
const defaults = { timeout: Duration.seconds(29), memory: 1024, secrets: ['CURSOR_SECRET'] as const }

/** What differs by Lambda. */
const overrides: Readonly<Record<string, Partial<LambdaSettings>>> = {
  system: { files: 'read' },
  surveys: { secrets: ['CURSOR_SECRET', 'TOKEN_PEPPER'] },
  'survey-page': {
    memory: 512,
    secrets: ['TOKEN_PEPPER'],
    partitions: {
      reads: [surveyLinkKey('*').pk, ...[Survey, Site].map(recordsOf)],
      writes: [...[Invitation, Response].flatMap(partitionsOf), `${outboxPrefix}*`, dirtyPartition],
    },
  },
  events: {
    trigger: 'stream',
    timeout: Duration.minutes(1),
    secrets: ['CURSOR_SECRET', 'TOKEN_PEPPER'],
    clearsItems: true,
    managesUsers: true,
    sendsMessages: true,
    queuesJobs: true,
  },
  jobs: {
    trigger: 'queue',
    timeout: Duration.minutes(5),
    files: 'write',
    clearsItems: true,
    reservedConcurrency: 5,
  },
  schedules: { trigger: 'clock', timeout: Duration.minutes(5), secrets: ['TOKEN_PEPPER'], sendsMessages: true },
}

/** The settings of every Lambda. */
export const lambdaSettings: readonly LambdaSettings[] = functionNames.map((name) => ({
  ...defaults,
  ...overrides[name],
  name,
}))
