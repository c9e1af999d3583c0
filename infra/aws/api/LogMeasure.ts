import { Duration } from 'aws-cdk-lib'
import { Metric, Stats } from 'aws-cdk-lib/aws-cloudwatch'
import { FilterPattern, MetricFilter } from 'aws-cdk-lib/aws-logs'
import { Construct } from 'constructs'
import type { AlarmRule } from '../alarms/Alarms.ts'
import type { LambdaFunction } from './LambdaFunction.ts'
import type { LambdaSettings } from './lambdaSettings.ts'

/** A number that functions write into their logs as a field of a JSON line, and that becomes a metric with an alarm. */
export interface Measure {
  /** Name of the metric. */
  readonly name: string
  /** Field of the log line. */
  readonly field: string
  /** Minutes of which the highest number counts. */
  readonly minutes: number
  readonly isWrittenBy: (settings: LambdaSettings) => boolean
  readonly alarm: AlarmRule & { readonly name: string }
}

/** Age in seconds of the oldest event that waits, written by each sweep of the outbox. */
export const outboxAge: Measure = {
  ...{ name: 'OutboxAgeSeconds', field: 'outboxAgeSeconds', minutes: 1 },
  isWrittenBy: ({ name }) => name === 'events',
  alarm: {
    name: 'outbox-age',
    description: 'Events wait for more than five minutes, or the sweep has stopped',
    ...{ threshold: 300, periods: 5, isSilenceBad: true },
  },
}

/** Events that a sweep gave up; the panel lists them. */
export const deadLetters: Measure = {
  ...{ name: 'DeadLetters', field: 'deadLetters', minutes: 5 },
  isWrittenBy: ({ name }) => name === 'events',
  alarm: {
    name: 'dead-letters',
    description: 'Events failed twelve times and are dead letters now: see “Failed events” in the panel',
    threshold: 1,
  },
}

/** Jobs that made no progress and were started again, written by each sweep of the jobs. */
export const jobsStalled: Measure = {
  ...{ name: 'JobsStalled', field: 'jobsStalled', minutes: 1 },
  isWrittenBy: ({ name }) => name === 'jobs',
  alarm: {
    name: 'jobs-stalled',
    description: 'Jobs make no progress, or their sweep has stopped',
    ...{ threshold: 1, periods: 10, isSilenceBad: true },
  },
}

/** Seconds that the projection is behind the table, written by each of its ticks. */
export const projectionLag: Measure = {
  ...{ name: 'ProjectionLagSeconds', field: 'lagSeconds', minutes: 30 },
  isWrittenBy: ({ publishesSnapshots = false }) => publishesSnapshots,
  alarm: {
    name: 'projection-lag',
    description: 'The projection is more than five minutes behind the table, or its tick has stopped',
    ...{ threshold: 300, periods: 2, isSilenceBad: true },
  },
}

/** Rows in which the projection differed from the table when a tick built it again and compared. */
export const projectionDifferences: Measure = {
  ...{ name: 'ProjectionDifferences', field: 'differences', minutes: 30 },
  isWrittenBy: ({ publishesSnapshots = false }) => publishesSnapshots,
  alarm: {
    name: 'projection-repaired',
    description: 'Lists differed from the records until the projection was built again',
    threshold: 1,
  },
}

/** Rows that a function read from the table before its first list, for want of a snapshot. */
export const projectionBuilt: Measure = {
  ...{ name: 'ProjectionBuilt', field: 'projectionBuilt', minutes: 5 },
  isWrittenBy: ({ lists }) => lists.length > 0,
  alarm: {
    name: 'projection-built',
    description: 'A function found no snapshot and read thousands of records from the table before its first list',
    threshold: 1000,
  },
}

/** Every number that is read from logs. */
export const measures: readonly Measure[] = [
  outboxAge,
  deadLetters,
  jobsStalled,
  projectionLag,
  projectionDifferences,
  projectionBuilt,
]

/** A metric from the logs of functions, which need no call and no right to write it. */
export class LogMeasure extends Construct {
  readonly metric: Metric

  constructor(scope: Construct, stage: string, functions: Iterable<LambdaFunction>, measure: Measure) {
    const { name, field, minutes, isWrittenBy } = measure
    super(scope, name)
    const metricNamespace = `Redress/${stage}`
    for (const { log, settings } of [...functions].filter((each) => isWrittenBy(each.settings)))
      new MetricFilter(this, settings.name, {
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
      period: Duration.minutes(minutes),
    })
  }
}
