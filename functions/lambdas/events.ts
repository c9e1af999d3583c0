import type { DynamoDBBatchResponse, DynamoDBStreamEvent } from 'aws-lambda'
import { sendAlert } from '#functions/cases/sendAlert.ts'
import { queueJob } from '#functions/jobs/queueJob.ts'
import { refreshNames } from '#functions/patients/refreshNames.ts'
import { type Consumer, dispatch, handleStream, sweepEvents } from '#functions/platform/jobs/events.ts'
import type { Event } from '#functions/platform/store/outbox.ts'
import { onWrite } from '#functions/platform/store/writes.ts'
import { followBatchEvent } from '#functions/settlements/followBatch.ts'
import { requestStatistics } from '#functions/surveys/computeStatistics.ts'
import { inviteAfterVisit } from '#functions/surveys/inviteAfterVisit.ts'
import { openCase } from '#functions/surveys/openCase.ts'
import { sendInvitation } from '#functions/surveys/sendInvitation.ts'
import { syncUser } from '#functions/users/syncUser.ts'

const consumers: readonly Consumer[] = [
  { resource: 'encounters', changed: ['dischargedOn', 'serviceOn'], handle: inviteAfterVisit },
  { resource: 'invitations', changed: ['toSend'], handle: sendInvitation },
  { resource: 'invitations', changed: ['status', 'siteId', 'department', 'deletedAt'], handle: requestStatistics },
  { resource: 'responses', changed: ['answers', 'siteId', 'department', 'deletedAt'], handle: requestStatistics },
  { resource: 'responses', action: 'create', handle: openCase },
  { resource: 'patients', action: 'update', changed: ['name'], handle: refreshNames },
  { resource: 'batches', changed: ['status'], handle: followBatchEvent },
  { resource: 'jobs', action: 'create', handle: queueJob },
  { resource: 'users', handle: syncUser },
  { resource: 'messages', action: 'create', handle: sendAlert },
]

/** Calls every consumer that an event concerns. */
export const dispatchEvent = (event: Event): Promise<void> => dispatch(consumers, event)

/** Handles what waits in the outbox; the number of transactions handled. */
export const sweep = (): Promise<number> => sweepEvents(consumers)

/** The table's stream brings each new outbox item; a schedule has it sweep up the items that failed. */
export const handler = (event: DynamoDBStreamEvent | { sweep: true }): Promise<DynamoDBBatchResponse> =>
  handleStream(consumers, event)

/** Tells of every write of this process, where no stream does. */
export const listen = onWrite
