import * as z from 'zod'
import { entity, type RecordOf } from '#shared/declaration/entity.ts'
import { choice, data, instant, integer, reference, required, text } from '#shared/declaration/field.ts'
import { lifecycle } from '#shared/declaration/lifecycle.ts'
import { overseers } from '#shared/declaration/roles.ts'
import type { TickName } from '#shared/declaration/schedules.ts'

const life = lifecycle('status', {
  open: { tone: 'past', next: 'resend' },
  resent: { tone: 'near' },
  solved: { tone: 'done', isOver: true },
})

/**
 * Every consumer of events. Events that failed wait under these names, so a name stays as it is while something of it
 * may wait; functions/lambdas/events.ts says what each follows and does.
 */
export const consumerNames = [
  'invite-after-visit',
  'send-invitation',
  'count-invitation',
  'count-response',
  'open-case',
  'refresh-names',
  'follow-batch',
  'queue-job',
  'sync-user',
  'follow-notice',
  'hand-on-notices',
  'release-work',
  'resend',
] as const

/** The name of a consumer. */
export type ConsumerName = (typeof consumerNames)[number]

/** Every tick that works on what is due: what one fails to do waits under its name, and is shown with the failed events. */
export const dueTicks = [
  'deadlines',
  'follow-ups',
  'notices',
  'survey-invitations',
  'survey-stats',
  'retention',
  'projection',
] as const satisfies readonly TickName[]

/** Whether what failed is the work of a tick. */
export const isTick = (consumer: string): boolean => dueTicks.some((name) => name === consumer)

/** An event that a consumer failed to handle too often: ids and names of fields only, so that no log and no list tells of a patient. */
export const DeadLetter = entity({
  name: 'dead-letter',
  resource: 'dead-letters',
  lambda: 'system',
  title: 'consumer',
  isTrace: true,
  fields: {},
  facts: {
    consumer: choice([...consumerNames, ...dueTicks]),
    resource: text(40),
    recordId: text(60),
    action: text(60),
    /** Name and code of the error, or id of the refusal; never its sentence. */
    reason: text(60),
    attempts: integer(),
    firstFailedAt: instant(),
    lastFailedAt: instant(),
    resentAt: instant(),
    resentBy: reference('users'),
    solvedAt: instant(),
    // The rest of the event, from which it is handled again.
    eventId: text(80),
    changed: data(z.array(z.string())),
    happenedAt: instant(),
    actorId: text(60),
  },
  lifecycle: life,
  initial: { attempts: 0 },
  columns: [
    'consumer',
    'status',
    'reason',
    'attempts',
    'lastFailedAt',
    'firstFailedAt',
    'resource',
    'recordId',
    'action',
    'eventId',
  ],
  order: [['lastFailedAt', 'DESC']],
  search: { fields: ['recordId', 'reason'] },
  access: { read: overseers, create: [], update: [], delete: [] },
  actions: {
    resend: { from: ['open'], to: 'resent', body: {}, allow: ['admin'], stamps: { at: 'resentAt', by: 'resentBy' } },
    // The product takes these when it has handled the event again, or a tick has done what it failed to do.
    solve: { from: ['open', 'resent'], to: 'solved', body: {}, allow: [], stamps: { at: 'solvedAt' } },
    fail: {
      from: ['resent', 'solved'],
      to: 'open',
      body: { reason: required(text(60)) },
      allow: [],
      stamps: { at: 'lastFailedAt' },
    },
  },
  menu: { group: 'settings', icon: 'failure' },
  example: {},
})
export type DeadLetter = RecordOf<typeof DeadLetter>
