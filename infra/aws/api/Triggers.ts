import { Duration } from 'aws-cdk-lib'
import { EventSourceMapping, FilterCriteria, FilterRule, StartingPosition } from 'aws-cdk-lib/aws-lambda'
import { SqsDlq } from 'aws-cdk-lib/aws-lambda-event-sources'
import { Construct } from 'constructs'
import type { DeadLetters } from './DeadLetters.ts'
import type { JobsQueue } from './JobsQueue.ts'
import { outboxPrefix } from './partitions.ts'
import type { ServiceFunction } from './ServiceFunction.ts'

/** Wakes the events function for each new outbox item, and for nothing else that the table writes. */
export class OutboxTrigger extends Construct {
  constructor(scope: Construct, id: string, events: ServiceFunction, streamArn: string, deadLetters: DeadLetters) {
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
      // The sweep tells what the stream could not, so the stream does not stand still behind one event.
      retryAttempts: 3,
      maxRecordAge: Duration.hours(1),
      onFailure: new SqsDlq(deadLetters.queue),
    })
  }
}

/** Hands waiting jobs to the worker, one at a time, in fewer hands than it has, so that its sweep finds a free one. */
export class JobsTrigger extends Construct {
  constructor(scope: Construct, id: string, jobs: ServiceFunction, { queue }: JobsQueue) {
    super(scope, id)
    new EventSourceMapping(this, 'Mapping', {
      target: jobs.handler,
      eventSourceArn: queue.queueArn,
      batchSize: 1,
      maxConcurrency: (jobs.duty.reserved ?? 3) - 1,
      reportBatchItemFailures: true,
    })
  }
}
