import { env } from '#functions/platform/aws/env.ts'
import { askService } from '#functions/platform/aws/service.ts'
import type { Event } from '#functions/platform/store/outbox.ts'

/** Puts a new job into the workers' queue (Amazon SQS, SendMessage); at home a worker looks for waiting jobs by itself. */
export async function queueJob({ id }: Event): Promise<void> {
  const url = env.jobsQueueUrl
  if (!url) return
  const message = { QueueUrl: url, MessageBody: JSON.stringify({ jobId: id }) }
  await askService('sqs', new URL(url).origin, JSON.stringify(message), {
    'content-type': 'application/x-amz-json-1.0',
    'x-amz-target': 'AmazonSQS.SendMessage',
  })
}
