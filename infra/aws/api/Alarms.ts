import { Duration } from 'aws-cdk-lib'
import {
  Alarm,
  ComparisonOperator,
  type IAlarmAction,
  type IMetric,
  Metric,
  Stats,
  TreatMissingData,
} from 'aws-cdk-lib/aws-cloudwatch'
import type { Queue } from 'aws-cdk-lib/aws-sqs'
import { Construct } from 'constructs'
import type { ServiceFunction } from './ServiceFunction.ts'

/** When to call somebody: `metric` at or above `threshold` for `periods` of its periods. */
interface AlarmText {
  readonly says: string
  readonly metric: IMetric
  readonly threshold: number
  readonly periods?: number
  /** Whether silence is a fault too: a sweep that no longer runs reports nothing. */
  readonly isSilenceBad?: boolean
}

/** Every alarm of the product; each tells the operations topic when it begins and when it ends. */
export class Alarms extends Construct {
  constructor(
    scope: Construct,
    id: string,
    private readonly action: IAlarmAction,
  ) {
    super(scope, id)
  }

  private call(name: string, { says, metric, threshold, periods = 1, isSilenceBad = false }: AlarmText): void {
    const alarm = new Alarm(this, name, {
      alarmDescription: says,
      metric,
      threshold,
      evaluationPeriods: periods,
      comparisonOperator: ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
      treatMissingData: isSilenceBad ? TreatMissingData.BREACHING : TreatMissingData.NOT_BREACHING,
    })
    alarm.addAlarmAction(this.action)
    alarm.addOkAction(this.action)
  }

  /** Errors, throttles and slowness of a function. */
  watchFunction({ handler, duty }: ServiceFunction): void {
    const period = Duration.minutes(5)
    this.call(`${duty.name}-errors`, {
      says: `${duty.name} failed`,
      metric: handler.metricErrors({ period }),
      threshold: 1,
    })
    this.call(`${duty.name}-throttles`, {
      says: `${duty.name} was refused for want of concurrency`,
      metric: handler.metricThrottles({ period }),
      threshold: 1,
    })
    this.call(`${duty.name}-duration`, {
      says: `${duty.name} comes near its time limit`,
      metric: handler.metricDuration({ period, statistic: Stats.percentile(99) }),
      threshold: duty.timeout.toMilliseconds() * 0.8,
      periods: 2,
    })
  }

  /** Anything at all in a queue for dead letters. */
  watchDeadLetters(name: string, queue: Queue): void {
    this.call(`${name}-dead-letters`, {
      says: `${name}: something could not be handled and waits to be looked at`,
      metric: queue.metricApproximateNumberOfMessagesVisible({ period: Duration.minutes(5), statistic: Stats.MAXIMUM }),
      threshold: 1,
    })
  }

  /** Answers of the API that are its own fault. */
  watchGateway(apiId: string): void {
    this.call('api-faults', {
      says: 'The API answered with 5xx',
      metric: new Metric({
        namespace: 'AWS/ApiGateway',
        metricName: '5xx',
        dimensionsMap: { ApiId: apiId },
        statistic: Stats.SUM,
        period: Duration.minutes(5),
      }),
      threshold: 5,
    })
  }

  /** Events told late, or not at all. */
  watchOutbox(metric: IMetric): void {
    this.call('outbox-age', {
      says: 'Events wait for more than five minutes, or the sweep has stopped',
      metric,
      threshold: 300,
      periods: 5,
      isSilenceBad: true,
    })
  }

  /** Jobs that stop again and again. */
  watchJobs(metric: IMetric): void {
    this.call('jobs-stalled', {
      says: 'Jobs make no progress, or their sweep has stopped',
      metric,
      threshold: 1,
      periods: 10,
      isSilenceBad: true,
    })
  }
}
