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
import type { LambdaFunction } from './LambdaFunction.ts'

/** The condition of an alarm: `metric` at or above `threshold` for `periods` of its periods. */
interface AlarmRule {
  readonly description: string
  readonly metric: IMetric
  readonly threshold: number
  readonly periods?: number
  /** Whether missing data is a fault: a sweep that no longer runs reports nothing. */
  readonly isSilenceBad?: boolean
}

/** Every alarm of the product; each notifies the operations topic when it starts and when it ends. */
export class Alarms extends Construct {
  constructor(
    scope: Construct,
    id: string,
    private readonly action: IAlarmAction,
  ) {
    super(scope, id)
  }

  private add(name: string, { description, metric, threshold, periods = 1, isSilenceBad = false }: AlarmRule): void {
    const alarm = new Alarm(this, name, {
      alarmDescription: description,
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
  watchFunction({ handler, settings }: LambdaFunction): void {
    const period = Duration.minutes(5)
    this.add(`${settings.name}-errors`, {
      description: `${settings.name} failed`,
      metric: handler.metricErrors({ period }),
      threshold: 1,
    })
    this.add(`${settings.name}-throttles`, {
      description: `${settings.name} was refused for want of concurrency`,
      metric: handler.metricThrottles({ period }),
      threshold: 1,
    })
    this.add(`${settings.name}-duration`, {
      description: `${settings.name} comes near its time limit`,
      metric: handler.metricDuration({ period, statistic: Stats.percentile(99) }),
      threshold: settings.timeout.toMilliseconds() * 0.8,
      periods: 2,
    })
  }

  /** Any message in a queue for dead letters. */
  watchDeadLetters(name: string, queue: Queue): void {
    this.add(`${name}-dead-letters`, {
      description: `${name}: something could not be handled and waits to be looked at`,
      metric: queue.metricApproximateNumberOfMessagesVisible({ period: Duration.minutes(5), statistic: Stats.MAXIMUM }),
      threshold: 1,
    })
  }

  /** Answers with 5xx of the API. */
  watchGateway(apiId: string): void {
    this.add('api-faults', {
      description: 'The API answered with 5xx',
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

  /** Events that wait too long. */
  watchOutbox(metric: IMetric): void {
    this.add('outbox-age', {
      description: 'Events wait for more than five minutes, or the sweep has stopped',
      metric,
      threshold: 300,
      periods: 5,
      isSilenceBad: true,
    })
  }

  /** Jobs that make no progress. */
  watchJobs(metric: IMetric): void {
    this.add('jobs-stalled', {
      description: 'Jobs make no progress, or their sweep has stopped',
      metric,
      threshold: 1,
      periods: 10,
      isSilenceBad: true,
    })
  }
}
