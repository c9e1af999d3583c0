import type { DynamoDBBatchResponse, DynamoDBStreamEvent } from 'aws-lambda'
import { sendAlert } from '#functions/cases/sendAlert.ts'
import { queueJob } from '#functions/jobs/queueJob.ts'
import { refreshNames } from '#functions/patients/refreshNames.ts'
import { type Consumer, dispatch, handleStream, sweepEvents } from '#functions/platform/jobs/events.ts'
import type { Event } from '#functions/platform/store/outbox.ts'
import { moveFilesOn } from '#functions/settlements/moveFilesOn.ts'
import { askAfterVisit } from '#functions/surveys/inviteAfterVisit.ts'
import { noteStatistics } from '#functions/surveys/noteStatistics.ts'
import { openCase } from '#functions/surveys/openCase.ts'
import { sendInvitation } from '#functions/surveys/sendInvitation.ts'
import { syncUser } from '#functions/users/syncUser.ts'

const consumers: readonly Consumer[] = [
  { resource: 'encounters', changed: ['dischargedOn', 'serviceOn'], handle: askAfterVisit },
  { resource: 'invitations', changed: ['toSend'], handle: sendInvitation },
  { resource: 'invitations', changed: ['status', 'siteId', 'department', 'deletedAt'], handle: noteStatistics },
  { resource: 'responses', changed: ['answers', 'siteId', 'department', 'deletedAt'], handle: noteStatistics },
  { resource: 'responses', action: 'create', handle: openCase },
  { resource: 'patients', action: 'update', changed: ['name'], handle: refreshNames },
  { resource: 'batches', changed: ['status'], handle: moveFilesOn },
  { resource: 'jobs', action: 'create', handle: queueJob },
  { resource: 'users', handle: syncUser },
  { resource: 'messages', action: 'create', handle: sendAlert },
]

/** Hands one event to every consumer that it concerns. */
export const dispatchEvent = (event: Event): Promise<void> => dispatch(consumers, event)

/** Hands over what waits in the outbox; how many transactions were handled. */
export const sweep = (): Promise<number> => sweepEvents(consumers)

/** The table's stream wakes it for each new outbox item; a clock has it sweep up what the stream left. */
export const handler = (event: DynamoDBStreamEvent | { sweep: true }): Promise<DynamoDBBatchResponse> =>
  handleStream(consumers, event)
