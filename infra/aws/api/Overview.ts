import { Duration, Stack } from 'aws-cdk-lib'
import { Dashboard, GraphWidget, type IMetric, Metric, Stats } from 'aws-cdk-lib/aws-cloudwatch'
import type { Queue } from 'aws-cdk-lib/aws-sqs'
import { Construct } from 'constructs'
import type { LambdaFunction } from './LambdaFunction.ts'

const period = Duration.minutes(5)
const graph = (title: string, left: IMetric[], right: IMetric[] = []) =>
  new GraphWidget({ title, left, right, width: 12 })

/** The sources of the dashboard. */
export interface DashboardSources {
  readonly functions: readonly LambdaFunction[]
  readonly apiId: string
  readonly tableName: string
  readonly queues: Readonly<Record<string, Queue>>
  readonly measures: readonly IMetric[]
}

/** The dashboard: requests, functions, table, queues, outbox, projection. */
export class Overview extends Construct {
  constructor(scope: Construct, id: string, { functions, apiId, tableName, queues, measures }: DashboardSources) {
    super(scope, id)
    const api = (metricName: string, statistic: string) =>
      new Metric({ namespace: 'AWS/ApiGateway', metricName, dimensionsMap: { ApiId: apiId }, statistic, period })
    const table = (metricName: string) =>
      new Metric({
        namespace: 'AWS/DynamoDB',
        metricName,
        dimensionsMap: { TableName: tableName },
        statistic: Stats.SUM,
        period,
      })
    const metricsOf = (metric: (each: LambdaFunction) => Metric) =>
      functions.map((each) => metric(each).with({ label: each.settings.name }))
    new Dashboard(this, 'Dashboard', {
      dashboardName: Stack.of(this).stackName,
      widgets: [
        [
          graph('Requests', [api('Count', Stats.SUM)], [api('4xx', Stats.SUM), api('5xx', Stats.SUM)]),
          graph('Latency, ms', [api('Latency', Stats.p(50)), api('Latency', Stats.p(99))]),
        ],
        [
          graph(
            'Calls',
            metricsOf(({ handler }) => handler.metricInvocations({ period })),
          ),
          graph('Errors and throttles', [
            ...metricsOf(({ handler }) => handler.metricErrors({ period })),
            ...metricsOf(({ handler }) => handler.metricThrottles({ period })),
          ]),
        ],
        [
          graph(
            'Duration p95, ms',
            metricsOf(({ handler }) => handler.metricDuration({ period, statistic: Stats.p(95) })),
          ),
          graph(
            'Table, units',
            [table('ConsumedReadCapacityUnits'), table('ConsumedWriteCapacityUnits')],
            [table('ReadThrottleEvents'), table('WriteThrottleEvents')],
          ),
        ],
        [
          graph(
            'Queues',
            Object.entries(queues).map(([label, queue]) =>
              queue.metricApproximateNumberOfMessagesVisible({ label, period, statistic: Stats.MAXIMUM }),
            ),
          ),
          graph('Outbox, jobs and projection', [...measures]),
        ],
      ],
    })
  }
}
