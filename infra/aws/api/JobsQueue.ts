import { Duration } from 'aws-cdk-lib'
import { Queue, QueueEncryption } from 'aws-cdk-lib/aws-sqs'
import { Construct } from 'constructs'
import { DeadLetters } from './DeadLetters.ts'
import { duties } from './duties.ts'

/** How often a job is tried before it is set aside. */
const attempts = 5

/** Jobs waiting to be run, by id alone. */
export class JobsQueue extends Construct {
  readonly queue: Queue
  readonly deadLetters: DeadLetters

  constructor(scope: Construct, id: string) {
    super(scope, id)
    this.deadLetters = new DeadLetters(this, 'DeadLetters')
    const worker = duties.find((duty) => duty.name === 'jobs')
    if (!worker) throw new Error('There is no function for jobs')
    this.queue = new Queue(this, 'Queue', {
      encryption: QueueEncryption.SQS_MANAGED,
      enforceSSL: true,
      // Six times the worker's time, as Lambda asks, so that a message is not handed out twice while it is worked on.
      visibilityTimeout: Duration.seconds(6 * worker.timeout.toSeconds()),
      retentionPeriod: Duration.days(4),
      deadLetterQueue: { queue: this.deadLetters.queue, maxReceiveCount: attempts },
    })
  }
}
