import { Duration } from 'aws-cdk-lib'
import { EventSourceMapping, FilterCriteria, FilterRule, StartingPosition } from 'aws-cdk-lib/aws-lambda'
import { SqsDlq } from 'aws-cdk-lib/aws-lambda-event-sources'
import { Construct } from 'constructs'
import type { DeadLetters } from './DeadLetters.ts'
import type { JobsQueue } from './JobsQueue.ts'
import type { LambdaFunction } from './LambdaFunction.ts'
import { outboxPrefix } from './partitions.ts'

/** Calls the events function for each new outbox item, and for no other item of the table. */
export class OutboxTrigger extends Construct {
  constructor(scope: Construct, id: string, events: LambdaFunction, streamArn: string, deadLetters: DeadLetters) {
    super(scope, id)
    new EventSourceMapping(this, 'Mapping', {
      target: events.handler,
      eventSourceArn: streamArn,
      startingPosition: StartingPosition.TRIM_HORIZON,
      batchSize: 25,
      filters: [
        FilterCriteria.filter({
          eventName: FilterRule.isEqual('INSERT'),
          dynamodb: { Keys: { pk: { S: FilterRule.beginsWith(outboxPrefix) } } },
        }),
      ],
      bisectBatchOnError: true,
      reportBatchItemFailures: true,
      // Only what could not be put down to wait is tried again here; the sweep handles all the rest, so that no event
      // blocks the stream.
      retryAttempts: 3,
      maxRecordAge: Duration.hours(1),
      onFailure: new SqsDlq(deadLetters.queue),
    })
  }
}

/** Calls the worker with one job at a time. One execution stays free for its sweep. */
export class JobsTrigger extends Construct {
  constructor(scope: Construct, id: string, jobs: LambdaFunction, { queue }: JobsQueue) {
    super(scope, id)
    new EventSourceMapping(this, 'Mapping', {
      target: jobs.handler,
      eventSourceArn: queue.queueArn,
      batchSize: 1,
      maxConcurrency: (jobs.settings.reservedConcurrency ?? 3) - 1,
      reportBatchItemFailures: true,
    })
  }
}
