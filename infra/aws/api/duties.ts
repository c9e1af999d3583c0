import { Duration } from 'aws-cdk-lib'
import { dirtyPartition, surveyLinkKey } from '#functions/platform/store/keys.ts'
import { functionNames } from '#infra/bundle/bundle.ts'
import { Invitation } from '#shared/entities/invitation.ts'
import { Response } from '#shared/entities/response.ts'
import { Site } from '#shared/entities/site.ts'
import { Survey } from '#shared/entities/survey.ts'
import type { SecretName } from '../data/Secrets.ts'
import { outboxPrefix, partitionsOf, recordsOf } from './partitions.ts'

/** What one function may reach and how much room it gets; its rights and its environment both follow from this. */
export interface Duty {
  readonly name: string
  readonly timeout: Duration
  /** MiB; Lambda gives processor time in proportion. */
  readonly memory: number
  /** Patterns of the partitions it may read, and of those it may also write; all when absent. */
  readonly only?: { readonly reads: readonly string[]; readonly writes: readonly string[] }
  readonly secrets: readonly SecretName[]
  /** Whether it signs addresses that files are read by, or writes files itself. */
  readonly files?: 'read' | 'write'
  /** Whether it removes what is over and done with from the table, many items at once. */
  readonly clearsItems?: boolean
  /** Whether it makes, changes and bars people in the user pool. */
  readonly keepsUsers?: boolean
  /** Whether it sends mail and text messages. */
  readonly sendsMessages?: boolean
  /** Whether it puts jobs into the queue. */
  readonly queuesJobs?: boolean
  /** What calls it without waiting for an answer; a function that serves requests has none. */
  readonly trigger?: 'stream' | 'queue' | 'clock'
  /** Executions kept for it alone, which are also the most it gets. */
  readonly reserved?: number
}

/** A second less than an HTTP API waits, so that the function answers and not the gateway. */
const request = { timeout: Duration.seconds(29), memory: 1024, secrets: ['CURSOR_SECRET'] as const }

/** What sets a function apart; the others serve requests of signed-in people and no more. */
const special: Readonly<Record<string, Partial<Duty>>> = {
  system: { files: 'read' },
  surveys: { secrets: ['CURSOR_SECRET', 'TOKEN_PEPPER'] },
  'survey-page': {
    memory: 512,
    secrets: ['TOKEN_PEPPER'],
    only: {
      reads: [surveyLinkKey('*').pk, ...[Survey, Site].map(recordsOf)],
      writes: [...[Invitation, Response].flatMap(partitionsOf), `${outboxPrefix}*`, dirtyPartition],
    },
  },
  events: {
    trigger: 'stream',
    timeout: Duration.minutes(1),
    secrets: ['CURSOR_SECRET', 'TOKEN_PEPPER'],
    clearsItems: true,
    keepsUsers: true,
    sendsMessages: true,
    queuesJobs: true,
  },
  jobs: {
    trigger: 'queue',
    timeout: Duration.minutes(5),
    files: 'write',
    clearsItems: true,
    reserved: 5,
  },
  schedules: { trigger: 'clock', timeout: Duration.minutes(5), secrets: ['TOKEN_PEPPER'], sendsMessages: true },
}

/** The duties of every function there is. */
export const duties: readonly Duty[] = functionNames.map((name) => ({ ...request, ...special[name], name }))
