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

/** The condition of an alarm: a metric at or above `threshold` for `periods` of its periods. */
export interface AlarmRule {
  readonly description: string
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

  /** Adds an alarm of any metric. */
  watch(name: string, metric: IMetric, { description, threshold, periods = 1, isSilenceBad = false }: AlarmRule): void {
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
    this.watch(`${settings.name}-errors`, handler.metricErrors({ period }), {
      description: `${settings.name} failed`,
      threshold: 1,
    })
    this.watch(`${settings.name}-throttles`, handler.metricThrottles({ period }), {
      description: `${settings.name} was refused for want of concurrency`,
      threshold: 1,
    })
    this.watch(`${settings.name}-duration`, handler.metricDuration({ period, statistic: Stats.percentile(99) }), {
      description: `${settings.name} comes near its time limit`,
      threshold: settings.timeout.toMilliseconds() * 0.8,
      periods: 2,
    })
  }

  /** Any message in a queue for dead letters. */
  watchDeadLetters(name: string, queue: Queue): void {
    this.watch(
      `${name}-dead-letters`,
      queue.metricApproximateNumberOfMessagesVisible({ period: Duration.minutes(5), statistic: Stats.MAXIMUM }),
      {
        description: `${name}: something could not be handled and waits to be looked at`,
        threshold: 1,
      },
    )
  }

  /** Answers with 5xx of the API. */
  watchGateway(apiId: string): void {
    this.watch(
      'api-faults',
      new Metric({
        namespace: 'AWS/ApiGateway',
        metricName: '5xx',
        dimensionsMap: { ApiId: apiId },
        statistic: Stats.SUM,
        period: Duration.minutes(5),
      }),
      {
        description: 'The API answered with 5xx',
        threshold: 5,
      },
    )
  }
}
