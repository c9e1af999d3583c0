import type { DynamoDBBatchResponse, DynamoDBStreamEvent } from 'aws-lambda'
import { queueJob } from '#functions/jobs/queueJob.ts'
import { followNotice } from '#functions/notices/deliver.ts'
import { type Consumer, dispatch } from '#functions/platform/jobs/consumers.ts'
import { handleStream, sweepEvents } from '#functions/platform/jobs/events.ts'
import { firstDeliveryAt } from '#functions/platform/store/items/deliveryItems.ts'
import type { Event } from '#functions/platform/store/outbox.ts'
import { onWrite } from '#functions/platform/store/writes.ts'
import { requestStatistics } from '#functions/surveys/requestStatistics.ts'
import type { ConsumerName } from '#shared/entities/deadLetter.ts'

// What follows from rare events is imported when one comes, so that a cold start does without it.
const sendInvitation: Consumer['handle'] = async (event) =>
  (await import('#functions/surveys/sendInvitation.ts')).sendInvitation(event)
const openCase: Consumer['handle'] = async (event) => (await import('#functions/surveys/openCase.ts')).openCase(event)
const inviteAfterVisit: Consumer['handle'] = async (event) =>
  (await import('#functions/surveys/inviteAfterVisit.ts')).inviteAfterVisit(event)
const refreshNames: Consumer['handle'] = async (event) =>
  (await import('#functions/patients/refreshNames.ts')).refreshNames(event)
const followBatch: Consumer['handle'] = async (event) =>
  (await import('#functions/settlements/followBatch.ts')).followBatchEvent(event)
const syncUser: Consumer['handle'] = async (event) => (await import('#functions/users/syncUser.ts')).syncUser(event)
const releaseWork: Consumer['handle'] = async (event) =>
  (await import('#functions/cases/releaseWork.ts')).releaseWork(event)
const handOn: Consumer['handle'] = async (event) => (await import('#functions/notices/handOn.ts')).handOnNotices(event)

const consumers: readonly (Consumer & { readonly name: ConsumerName })[] = [
  {
    name: 'invite-after-visit',
    resource: 'encounters',
    changed: ['dischargedOn', 'serviceOn'],
    handle: inviteAfterVisit,
  },
  { name: 'send-invitation', resource: 'invitations', changed: ['toSend'], handle: sendInvitation },
  {
    name: 'count-invitation',
    resource: 'invitations',
    changed: ['status', 'siteId', 'department', 'deletedAt'],
    handle: requestStatistics,
  },
  {
    name: 'count-response',
    resource: 'responses',
    changed: ['answers', 'siteId', 'department', 'deletedAt'],
    handle: requestStatistics,
  },
  { name: 'open-case', resource: 'responses', action: 'create', handle: openCase },
  { name: 'refresh-names', resource: 'patients', action: 'update', changed: ['name'], handle: refreshNames },
  { name: 'follow-batch', resource: 'batches', changed: ['status'], handle: followBatch },
  { name: 'queue-job', resource: 'jobs', action: 'create', handle: queueJob },
  { name: 'sync-user', resource: 'users', handle: syncUser },
  { name: 'follow-notice', resource: 'notices', action: 'create', handle: followNotice },
  { name: 'hand-on-notices', resource: 'users', changed: ['isActive', 'deletedAt'], handle: handOn },
  { name: 'release-work', resource: 'users', changed: ['isActive', 'deletedAt'], handle: releaseWork },
  {
    name: 'resend',
    resource: 'dead-letters',
    action: 'resend',
    handle: async (step) => (await import('#functions/platform/jobs/deadLetters.ts')).resendDeadLetter(consumers, step),
  },
]

/** Calls every consumer that an event concerns. */
export const dispatchEvent = (event: Event): Promise<void> => dispatch(consumers, event)

/** Handles what waits in the outbox and what failed before and is due again; the number of transactions and attempts. */
export const sweep = async (): Promise<number> => (await sweepEvents(consumers)).handled

/** When the first of the events that failed is due again, UTC; undefined when none waits. */
export const nextSweepAt = firstDeliveryAt

/** The table's stream brings each new outbox item; a schedule has it sweep up what the stream left and what failed. */
export const handler = (event: DynamoDBStreamEvent | { sweep: true }): Promise<DynamoDBBatchResponse> =>
  handleStream(consumers, event)

/** Tells of every write of this process, where no stream does. */
export const listen = onWrite
