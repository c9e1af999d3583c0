import { Stack, type StackProps } from 'aws-cdk-lib'
import type { IKey } from 'aws-cdk-lib/aws-kms'
import type { Construct } from 'constructs'
import { accept } from './accept.ts'
import { Alarms } from './alarms/Alarms.ts'
import { KeyWatch } from './alarms/KeyWatch.ts'
import { OperationsTopic } from './alarms/OperationsTopic.ts'
import { watchApi, watchErrors, watchFunction, watchQueue } from './alarms/productAlarms.ts'
import { watchBackups, watchMessages, watchSignIn, watchTable } from './alarms/serviceAlarms.ts'
import { createLambdas } from './api/createLambdas.ts'
import { DeadLetters } from './api/DeadLetters.ts'
import { Gateway } from './api/Gateway.ts'
import { JobsQueue } from './api/JobsQueue.ts'
import type { LambdaFunction } from './api/LambdaFunction.ts'
import { LogMeasure, measures } from './api/LogMeasure.ts'
import { Overview } from './api/Overview.ts'
import { TickSchedules } from './api/TickSchedules.ts'
import { JobsTrigger, OutboxTrigger } from './api/Triggers.ts'
import type { DataStack } from './DataStack.ts'
import { vaultNameOf } from './data/Backups.ts'
import type { Deployment } from './deployment.ts'
import { SignInFirewall } from './firewall/SignInFirewall.ts'
import { Log } from './Log.ts'
import { OperationsKey } from './OperationsKey.ts'

export interface ApiStackProps extends StackProps {
  readonly deployment: Deployment
  readonly data: DataStack
  /** The product's address for patients and staff, without a slash at the end. */
  readonly publicUrl: string
  /** Folder with the bundle of each function. */
  readonly bundles: string
}

/** The functions, everything that calls them (HTTP API, stream, queue, schedules), and the alarms. */
export class ApiStack extends Stack {
  readonly gateway: Gateway

  constructor(scope: Construct, id: string, { deployment, data, publicUrl, bundles, ...props }: ApiStackProps) {
    super(scope, id, { ...props, description: 'Redress: API, events, jobs and schedules' })
    const { stage, alarmMail } = deployment
    const { key } = new OperationsKey(this, 'OperationsKey', stage)
    this.gateway = new Gateway(this, 'Gateway', data.endpoint)
    const jobsQueue = new JobsQueue(this, 'Jobs')
    const eventsDead = new DeadLetters(this, 'EventsDeadLetters')
    accept(eventsDead.queue, {
      'AwsSolutions-SQS3':
        'It takes the dead letters of the stream, which the packs do not see, and an alarm watches it.',
    })
    const ticksDead = new DeadLetters(this, 'TicksDeadLetters')
    const functions = createLambdas(this, {
      ...{ deployment, data, bundles, publicUrl, logKey: key, jobsQueue, eventsDead, ticksDead },
    })
    const [events, jobs] = [functionOf(functions, 'events'), functionOf(functions, 'jobs')]

    const accessLog = new Log(this, 'AccessLog', key, `/aws/vendedlogs/redress/${stage}/api`)
    this.gateway.serve(functions, data.identity, accessLog)
    new OutboxTrigger(this, 'OutboxTrigger', events, data.table.streamArn, eventsDead)
    new JobsTrigger(this, 'JobsTrigger', jobs, jobsQueue)
    new TickSchedules(this, 'Clock', stage, functions, ticksDead)

    const { topic, action } = new OperationsTopic(this, 'Operations', key, alarmMail)
    new KeyWatch(this, 'KeyWatch', stage, topic)
    const alarms = new Alarms(this, 'Alarms', stage, action)
    const dead = { jobs: jobsQueue.deadLetters.queue, events: eventsDead.queue, ticks: ticksDead.queue }
    for (const each of functions.values()) watchFunction(alarms, each)
    if (data.identity.guard) watchErrors(alarms, 'tokens', data.identity.guard.handler)
    for (const [name, queue] of Object.entries(dead)) watchQueue(alarms, name, queue)
    watchApi(alarms, this.gateway.api.apiId)
    watchTable(alarms, data)
    watchMessages(alarms, deployment.textBudget)
    watchSignIn(alarms, data, this.guardSignIn(deployment, data, key))
    watchBackups(alarms, vaultNameOf(stage), Boolean(deployment.backupRegion ?? deployment.backupAccountVaultArn))
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
  }

  /** Puts a firewall before the user pool; gives the name of its metrics. */
  private guardSignIn({ hasFirewall, stage }: Deployment, { identity }: DataStack, key: IKey): string | undefined {
    if (!hasFirewall) return undefined
    return new SignInFirewall(this, 'SignInFirewall', stage, identity.pool, key).metricName
  }
}

function functionOf(functions: ReadonlyMap<string, LambdaFunction>, name: string): LambdaFunction {
  const result = functions.get(name)
  if (!result) throw new Error(`There is no function ${name}.`)
  return result
}
