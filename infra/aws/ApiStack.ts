import { CfnOutput, Stack, type StackProps } from 'aws-cdk-lib'
import type { Construct } from 'constructs'
import { accept } from './accept.ts'
import { Alarms } from './api/Alarms.ts'
import { createLambdas } from './api/createLambdas.ts'
import { DeadLetters } from './api/DeadLetters.ts'
import { Gateway } from './api/Gateway.ts'
import { JobsQueue } from './api/JobsQueue.ts'
import type { LambdaFunction } from './api/LambdaFunction.ts'
import { LogMeasure, measures } from './api/LogMeasure.ts'
import { OperationsTopic } from './api/OperationsTopic.ts'
import { Overview } from './api/Overview.ts'
import { TickSchedules } from './api/TickSchedules.ts'
import { JobsTrigger, OutboxTrigger } from './api/Triggers.ts'
import type { DataStack } from './DataStack.ts'
import type { Deployment } from './deployment.ts'
import { Log } from './Log.ts'
import { OperationsKey } from './OperationsKey.ts'

export interface ApiStackProps extends StackProps {
  readonly deployment: Deployment
  readonly data: DataStack
  /** Folder with the bundle of each function. */
  readonly bundles: string
}

/** The functions, everything that calls them (HTTP API, stream, queue, schedules), and the alarms. */
export class ApiStack extends Stack {
  readonly gateway: Gateway

  constructor(scope: Construct, id: string, { deployment, data, bundles, ...props }: ApiStackProps) {
    super(scope, id, { ...props, description: 'Redress: API, events, jobs and schedules' })
    const { stage, domain, alarmMail } = deployment
    const { key } = new OperationsKey(this, 'OperationsKey', stage)
    this.gateway = new Gateway(this, 'Gateway')
    const jobsQueue = new JobsQueue(this, 'Jobs')
    const eventsDead = new DeadLetters(this, 'EventsDeadLetters')
    accept(eventsDead.queue, {
      'AwsSolutions-SQS3':
        'It takes the dead letters of the stream, which the packs do not see, and an alarm watches it.',
    })
    const ticksDead = new DeadLetters(this, 'TicksDeadLetters')
    // Without a domain, survey links name the API itself, because this stack is deployed before CloudFront.
    const publicUrl = domain ? `https://${domain}` : this.gateway.api.apiEndpoint
    const functions = createLambdas(this, {
      ...{ deployment, data, bundles, publicUrl, logKey: key, jobsQueue, eventsDead, ticksDead },
    })
    const [events, jobs] = [functionOf(functions, 'events'), functionOf(functions, 'jobs')]

    const accessLog = new Log(this, 'AccessLog', key, `/aws/vendedlogs/redress/${stage}/api`)
    this.gateway.serve(functions, data.identity, accessLog)
    new OutboxTrigger(this, 'OutboxTrigger', events, data.table.streamArn, eventsDead)
    new JobsTrigger(this, 'JobsTrigger', jobs, jobsQueue)
    new TickSchedules(this, 'Clock', stage, functions, ticksDead)

    const alarms = new Alarms(this, 'Alarms', new OperationsTopic(this, 'Operations', key, alarmMail).action)
    for (const each of functions.values()) alarms.watchFunction(each)
    const dead = { jobs: jobsQueue.deadLetters.queue, events: eventsDead.queue, ticks: ticksDead.queue }
    for (const [name, queue] of Object.entries(dead)) alarms.watchDeadLetters(name, queue)
    alarms.watchGateway(this.gateway.api.apiId)
    const metrics = measures.map((measure) => {
      const { metric } = new LogMeasure(this, stage, functions.values(), measure)
      alarms.watch(measure.alarm.name, metric, measure.alarm)
      return metric
    })
    new Overview(this, 'Overview', {
      functions: [...functions.values()],
      apiId: this.gateway.api.apiId,
      tableName: data.table.name,
      queues: { waiting: jobsQueue.queue, ...dead },
      measures: metrics,
    })
    new CfnOutput(this, 'ApiUrl', { value: this.gateway.api.apiEndpoint })
  }
}

function functionOf(functions: ReadonlyMap<string, LambdaFunction>, name: string): LambdaFunction {
  const result = functions.get(name)
  if (!result) throw new Error(`There is no function ${name}.`)
  return result
}
