import { Duration } from 'aws-cdk-lib'
import { Metric, Stats } from 'aws-cdk-lib/aws-cloudwatch'
import { FilterPattern, type LogGroup, MetricFilter } from 'aws-cdk-lib/aws-logs'
import { Construct } from 'constructs'

/** A number that a function writes into its log as a field of a JSON line, and that becomes a metric. */
export interface Measure {
  /** Name of the metric. */
  readonly name: string
  /** Field of the log line. */
  readonly field: string
}

/** Age in seconds of the oldest event that waits, written by each sweep of the outbox. */
export const outboxAge: Measure = { name: 'OutboxAgeSeconds', field: 'outboxAgeSeconds' }

/** Jobs that made no progress and were started again, written by each sweep of the jobs. */
export const jobsStalled: Measure = { name: 'JobsStalled', field: 'jobsStalled' }

/** A metric from a log. The function needs no call and no right to write metrics. */
export class LogMeasure extends Construct {
  readonly metric: Metric

  constructor(scope: Construct, id: string, stage: string, log: LogGroup, { name, field }: Measure) {
    super(scope, id)
    const metricNamespace = `Redress/${stage}`
    new MetricFilter(this, 'Filter', {
      logGroup: log,
      metricNamespace,
      metricName: name,
      filterPattern: FilterPattern.numberValue(`$.${field}`, '>=', 0),
      metricValue: `$.${field}`,
    })
    this.metric = new Metric({
      namespace: metricNamespace,
      metricName: name,
      statistic: Stats.MAXIMUM,
      period: Duration.minutes(1),
    })
  }
}
