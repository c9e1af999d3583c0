import { Duration } from 'aws-cdk-lib'
import { Queue, QueueEncryption } from 'aws-cdk-lib/aws-sqs'
import { Construct } from 'constructs'
import { DeadLetters } from './DeadLetters.ts'
import { lambdaSettings } from './lambdaSettings.ts'

/** How often a job is tried before it becomes a dead letter. */
const attempts = 5

/** The ids of jobs that wait. */
export class JobsQueue extends Construct {
  readonly queue: Queue
  readonly deadLetters: DeadLetters

  constructor(scope: Construct, id: string) {
    super(scope, id)
    this.deadLetters = new DeadLetters(this, 'DeadLetters')
    const worker = lambdaSettings.find(({ name }) => name === 'jobs')
    if (!worker) throw new Error('There is no function for jobs')
    this.queue = new Queue(this, 'Queue', {
      encryption: QueueEncryption.SQS_MANAGED,
      enforceSSL: true,
      // Six times the worker's timeout, as AWS recommends, so that no message is delivered twice during the work.
      visibilityTimeout: Duration.seconds(6 * worker.timeout.toSeconds()),
      retentionPeriod: Duration.days(4),
      deadLetterQueue: { queue: this.deadLetters.queue, maxReceiveCount: attempts },
    })
  }
}
