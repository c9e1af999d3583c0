import { Stack } from 'aws-cdk-lib'
import { ManagedPolicy, PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam'
import { CfnSchedule } from 'aws-cdk-lib/aws-scheduler'
import { Construct } from 'constructs'
import type { DeadLetters } from './DeadLetters.ts'
import type { LambdaFunction } from './LambdaFunction.ts'
import { sendTo } from './rights.ts'
import { type TickRule, ticks } from './ticks.ts'

/** EventBridge Scheduler's rate of some minutes. */
const rate = (minutes: number) => `rate(${minutes} minute${minutes === 1 ? '' : 's'})`

/** Retries end when the next tick comes, which does everything that is due. */
const retryPolicy = (tick: TickRule) => ({
  maximumRetryAttempts: 2,
  maximumEventAgeInSeconds: Math.max(60, tick.everyMinutes * 60),
})

/** Every schedule of the product, in UTC, where no hour is skipped or doubled. */
export class TickSchedules extends Construct {
  constructor(
    scope: Construct,
    id: string,
    stage: string,
    functions: ReadonlyMap<string, LambdaFunction>,
    { queue }: DeadLetters,
  ) {
    super(scope, id)
    const role = new Role(this, 'Role', {
      assumedBy: new ServicePrincipal('scheduler.amazonaws.com', {
        conditions: { StringEquals: { 'aws:SourceAccount': Stack.of(this).account } },
      }),
    })
    const arnOf = (tick: TickRule) => {
      const target = functions.get(tick.calls)
      if (!target) throw new Error(`The tick ${tick.name} calls ${tick.calls}, which is no function.`)
      return target.handler.functionArn
    }
    const rights = new ManagedPolicy(this, 'Rights', {
      roles: [role],
      statements: [
        new PolicyStatement({ actions: ['lambda:InvokeFunction'], resources: [...new Set(ticks.map(arnOf))] }),
        sendTo(queue.queueArn),
      ],
    })
    for (const tick of ticks) {
      const schedule = new CfnSchedule(this, tick.name, {
        name: `redress-${stage}-${tick.name}`,
        scheduleExpression: rate(tick.everyMinutes),
        scheduleExpressionTimezone: 'UTC',
        flexibleTimeWindow: { mode: 'OFF' },
        target: {
          arn: arnOf(tick),
          roleArn: role.roleArn,
          input: JSON.stringify(tick.input),
          deadLetterConfig: { arn: queue.queueArn },
          retryPolicy: retryPolicy(tick),
        },
      })
      schedule.node.addDependency(rights)
    }
  }
}
