import type { Event } from '../kit/outbox.ts'
import { askAfterVisit } from './afterVisit.ts'
import { sendAlert } from './alerts.ts'
import { moveFilesOn } from './batches.ts'
import { queueJob } from './jobs.ts'
import { openCase } from './lowScores.ts'
import { refreshNames } from './names.ts'
import { noteStatistics } from './statistics.ts'
import { sendInvitation } from './surveyInvitations.ts'
import { syncUser } from './users.ts'

/** Whoever wants to hear of a change: of which resource, and of which actions or fields when not of all. */
interface Consumer {
  readonly resource: string
  readonly action?: string
  readonly changed?: readonly string[]
  /** Hears the same event any number of times to the same end. */
  readonly hear: (event: Event) => Promise<void>
}

const consumers: readonly Consumer[] = [
  { resource: 'encounters', changed: ['dischargedOn', 'serviceOn'], hear: askAfterVisit },
  { resource: 'invitations', changed: ['toSend'], hear: sendInvitation },
  { resource: 'invitations', changed: ['status', 'siteId', 'department', 'deletedAt'], hear: noteStatistics },
  { resource: 'responses', changed: ['answers', 'siteId', 'department', 'deletedAt'], hear: noteStatistics },
  { resource: 'responses', action: 'create', hear: openCase },
  { resource: 'patients', action: 'update', changed: ['name'], hear: refreshNames },
  { resource: 'batches', changed: ['status'], hear: moveFilesOn },
  { resource: 'jobs', action: 'create', hear: queueJob },
  { resource: 'users', hear: syncUser },
  { resource: 'messages', action: 'create', hear: sendAlert },
]

/** Tells an event to everyone whom it concerns, one after the other. */
export async function tell(event: Event): Promise<void> {
  for (const { resource, action, changed, hear } of consumers) {
    if (resource !== event.resource || (action !== undefined && action !== event.action)) continue
    if (changed && !changed.some((name) => event.changed.includes(name))) continue
    await hear(event)
  }
}
