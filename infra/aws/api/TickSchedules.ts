import { Stack } from 'aws-cdk-lib'
import { ManagedPolicy, PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam'
import { CfnSchedule } from 'aws-cdk-lib/aws-scheduler'
import { Construct } from 'constructs'
import type { DeadLetters } from './DeadLetters.ts'
import { sendTo } from './rights.ts'
import type { ServiceFunction } from './ServiceFunction.ts'
import { type TickRule, ticks } from './ticks.ts'

/** EventBridge Scheduler's rate of some minutes. */
const rate = (minutes: number) => `rate(${minutes} minute${minutes === 1 ? '' : 's'})`

/** A tick that comes late is overtaken by the next one, which does all that is due. */
const retryPolicy = (tick: TickRule) => ({
  maximumRetryAttempts: 2,
  maximumEventAgeInSeconds: Math.max(60, tick.everyMinutes * 60),
})

/** Every clock of the product, in UTC: no hour is skipped or doubled where clocks change. */
export class TickSchedules extends Construct {
  constructor(
    scope: Construct,
    id: string,
    stage: string,
    functions: ReadonlyMap<string, ServiceFunction>,
    { queue }: DeadLetters,
  ) {
    super(scope, id)
    const role = new Role(this, 'Role', {
      assumedBy: new ServicePrincipal('scheduler.amazonaws.com', {
        conditions: { StringEquals: { 'aws:SourceAccount': Stack.of(this).account } },
      }),
    })
    const called = (tick: TickRule) => {
      const found = functions.get(tick.calls)
      if (!found) throw new Error(`The tick ${tick.name} calls ${tick.calls}, which is no function.`)
      return found.handler.functionArn
    }
    const rights = new ManagedPolicy(this, 'Rights', {
      roles: [role],
      statements: [
        new PolicyStatement({ actions: ['lambda:InvokeFunction'], resources: [...new Set(ticks.map(called))] }),
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
          arn: called(tick),
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
