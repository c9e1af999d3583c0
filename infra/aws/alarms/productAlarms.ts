import { Duration } from 'aws-cdk-lib'
import { Metric, Stats } from 'aws-cdk-lib/aws-cloudwatch'
import type { IFunction } from 'aws-cdk-lib/aws-lambda'
import type { Queue } from 'aws-cdk-lib/aws-sqs'
import type { LambdaFunction } from '../api/LambdaFunction.ts'
import type { Alarms } from './Alarms.ts'

const period = Duration.minutes(5)

/** Watches errors of a function. */
export function watchErrors(alarms: Alarms, name: string, handler: IFunction): void {
  alarms.watch(`${name}-errors`, handler.metricErrors({ period }), {
    description: `The function ${name} failed`,
    threshold: 1,
    section: 'function-errors',
  })
}

/** Watches errors, throttles and slowness of a function. */
export function watchFunction(alarms: Alarms, { handler, settings }: LambdaFunction): void {
  watchErrors(alarms, settings.name, handler)
  alarms.watch(`${settings.name}-throttles`, handler.metricThrottles({ period }), {
    description: `The function ${settings.name} was refused for want of concurrency`,
    threshold: 1,
    section: 'function-throttles',
  })
  alarms.watch(`${settings.name}-duration`, handler.metricDuration({ period, statistic: Stats.percentile(99) }), {
    description: `The function ${settings.name} comes near its time limit`,
    threshold: settings.timeout.toMilliseconds() * 0.8,
    periods: 2,
    section: 'function-duration',
  })
}

/** Watches for any message in a queue of dead letters. */
export function watchQueue(alarms: Alarms, name: string, queue: Queue): void {
  const waiting = queue.metricApproximateNumberOfMessagesVisible({ period, statistic: Stats.MAXIMUM })
  alarms.watch(`${name}-dead-letters`, waiting, {
    description: `Something of ${name} could not be handled and waits in its queue`,
    threshold: 1,
    section: 'queue-dead-letters',
  })
}

/** Watches answers with 5xx of the API. */
export function watchApi(alarms: Alarms, apiId: string): void {
  const faults = new Metric({
    ...{ namespace: 'AWS/ApiGateway', metricName: '5xx', dimensionsMap: { ApiId: apiId } },
    ...{ statistic: Stats.SUM, period },
  })
  alarms.watch('api-faults', faults, { description: 'The API answered with 5xx', threshold: 5 })
}
