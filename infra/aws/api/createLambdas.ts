import { Validations } from 'aws-cdk-lib'
import type { PolicyStatement } from 'aws-cdk-lib/aws-iam'
import type { IKey } from 'aws-cdk-lib/aws-kms'
import type { Construct } from 'constructs'
import { accept, importedObjectsOf } from '../accept.ts'
import { nothingReserved, reservationsIn } from '../concurrency.ts'
import type { DataStack } from '../DataStack.ts'
import type { Deployment } from '../deployment.ts'
import type { DeadLetters } from './DeadLetters.ts'
import type { JobsQueue } from './JobsQueue.ts'
import { LambdaFunction } from './LambdaFunction.ts'
import { environmentOf } from './lambdaEnvironment.ts'
import { type LambdaSettings, lambdaSettings } from './lambdaSettings.ts'
import { anchorObjects, readStream, receiveFrom, rightsOf, sendTo, snapshotObjects } from './rights.ts'

/** The resources and addresses that the functions need. */
export interface FunctionContext {
  readonly deployment: Deployment
  readonly data: DataStack
  /** Folder with the bundle of each function. */
  readonly bundles: string
  /** The product's address for patients and staff, without a slash at the end. */
  readonly publicUrl: string
  readonly logKey: IKey
  readonly jobsQueue: JobsQueue
  /** The events that the stream could not deliver. */
  readonly eventsDead: DeadLetters
  /** The ticks without a successful call. */
  readonly ticksDead: DeadLetters
}

/** The rights besides those over the data: read its own events, send jobs to the queue. */
function triggerRights(
  { trigger, queuesJobs }: LambdaSettings,
  { data, jobsQueue, eventsDead }: FunctionContext,
): PolicyStatement[] {
  return [
    ...(trigger === 'stream' ? [readStream(data.table.streamArn), sendTo(eventsDead.queue.queueArn)] : []),
    ...(trigger === 'queue' ? [receiveFrom(jobsQueue.queue.queueArn)] : []),
    ...(queuesJobs ? [sendTo(jobsQueue.queue.queueArn)] : []),
  ]
}

const wantedReservations = Object.fromEntries(
  lambdaSettings.flatMap(({ name, reservedConcurrency }) => (reservedConcurrency ? [[name, reservedConcurrency]] : [])),
)

/** Creates every function; by name. */
export function createLambdas(scope: Construct, context: FunctionContext): ReadonlyMap<string, LambdaFunction> {
  const { deployment, data, jobsQueue } = context
  const addresses = { publicUrl: context.publicUrl, jobsQueueUrl: jobsQueue.queue.queueUrl }
  const reserved = reservationsIn(deployment.concurrency, wantedReservations)
  if (Object.keys(reserved).length === 0)
    Validations.of(scope).addWarning('redress:nothing-reserved', nothingReserved(deployment.concurrency))
  return new Map(
    lambdaSettings.map((wanted) => {
      const settings = { ...wanted, reservedConcurrency: reserved[wanted.name] }
      const created = new LambdaFunction(scope, settings.name, {
        stage: deployment.stage,
        settings,
        bundles: context.bundles,
        environment: environmentOf(settings, deployment, data, addresses),
        rights: [...rightsOf(settings, data, deployment.mailFrom), ...triggerRights(settings, context)],
        logKey: context.logKey,
        deadLetters: settings.trigger && context.ticksDead.queue,
      })
      if (settings.files)
        accept(created, {
          [importedObjectsOf(data.files.bucket)]: 'Files get random names, so they can be named only by their bucket.',
        })
      if (settings.lists.length > 0)
        accept(created, {
          [importedObjectsOf(data.snapshots.bucket, snapshotObjects)]:
            'A snapshot is named by its content, so it can be named only by the folder of all.',
        })
      if (settings.anchorsHistory)
        accept(created, {
          [importedObjectsOf(data.anchors.bucket, anchorObjects)]:
            'An anchor is named by its number, and the next one is written as long as there are days.',
        })
      return [settings.name, created]
    }),
  )
}
