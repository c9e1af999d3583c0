import type { PolicyStatement } from 'aws-cdk-lib/aws-iam'
import type { IKey } from 'aws-cdk-lib/aws-kms'
import type { Construct } from 'constructs'
import { accept, importedObjectsOf } from '../accept.ts'
import type { DataStack } from '../DataStack.ts'
import type { Deployment } from '../deployment.ts'
import type { DeadLetters } from './DeadLetters.ts'
import { type Duty, duties } from './duties.ts'
import { environmentOf } from './environment.ts'
import type { JobsQueue } from './JobsQueue.ts'
import { readStream, receiveFrom, rightsOf, sendTo } from './rights.ts'
import { ServiceFunction } from './ServiceFunction.ts'

/** What the functions stand on. */
export interface FunctionContext {
  readonly deployment: Deployment
  readonly data: DataStack
  /** Folder with the bundle of each function. */
  readonly bundles: string
  /** Where patients and staff reach the product, without a slash at the end. */
  readonly publicUrl: string
  readonly logKey: IKey
  readonly jobsQueue: JobsQueue
  /** What the stream could not hand over. */
  readonly eventsDead: DeadLetters
  /** What the clock called in vain. */
  readonly ticksDead: DeadLetters
}

/** What a function may do beside its work on the data: take its own events, put jobs into the queue. */
function rightsAround(
  { trigger, queuesJobs }: Duty,
  { data, jobsQueue, eventsDead }: FunctionContext,
): PolicyStatement[] {
  return [
    ...(trigger === 'stream' ? [readStream(data.table.streamArn), sendTo(eventsDead.queue.queueArn)] : []),
    ...(trigger === 'queue' ? [receiveFrom(jobsQueue.queue.queueArn)] : []),
    ...(queuesJobs ? [sendTo(jobsQueue.queue.queueArn)] : []),
  ]
}

/** Every function there is, by name. */
export function makeFunctions(scope: Construct, ground: FunctionContext): ReadonlyMap<string, ServiceFunction> {
  const { deployment, data, jobsQueue } = ground
  const at = { publicUrl: ground.publicUrl, jobsQueueUrl: jobsQueue.queue.queueUrl }
  return new Map(
    duties.map((duty) => {
      const made = new ServiceFunction(scope, duty.name, {
        stage: deployment.stage,
        duty,
        bundles: ground.bundles,
        environment: environmentOf(duty, deployment, data, at),
        rights: [...rightsOf(duty, data, deployment.mailFrom), ...rightsAround(duty, ground)],
        logKey: ground.logKey,
        deadLetters: duty.trigger && ground.ticksDead.queue,
      })
      const reason = 'Files get random names, so they can be named only by their bucket.'
      if (duty.files) accept(made, { [importedObjectsOf(data.files.bucket)]: reason })
      return [duty.name, made]
    }),
  )
}
