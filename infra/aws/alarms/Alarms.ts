import {
  Alarm,
  ComparisonOperator,
  type IAlarmAction,
  type IMetric,
  TreatMissingData,
} from 'aws-cdk-lib/aws-cloudwatch'
import { Construct } from 'constructs'

/** The condition of an alarm: a metric at or above `threshold` for `periods` of its periods. */
export interface AlarmRule {
  readonly description: string
  readonly threshold: number
  readonly periods?: number
  /** Whether missing data is a fault: a sweep that no longer runs reports nothing. */
  readonly isSilenceBad?: boolean
  /** Its section of docs/runbook.md, where several alarms share one; the alarm's own name without it. */
  readonly section?: string
}

/** The sentence of every alarm that leads to what to do. */
export const runbookAt = (section: string): string => `What to do: docs/runbook.md, section “${section}”.`

/** Every alarm of a stack; each notifies the operations topic when it starts and when it ends. */
export class Alarms extends Construct {
  constructor(
    scope: Construct,
    id: string,
    private readonly stage: string,
    private readonly action: IAlarmAction,
  ) {
    super(scope, id)
  }

  /** Adds an alarm of any metric. Its name and its description are what the mail says. */
  watch(name: string, metric: IMetric, rule: AlarmRule): void {
    const { description, threshold, periods = 1, isSilenceBad = false, section = name } = rule
    const alarm = new Alarm(this, name, {
      alarmName: `redress-${this.stage}-${name}`,
      alarmDescription: `${description}. ${runbookAt(section)}`,
      metric,
      threshold,
      evaluationPeriods: periods,
      comparisonOperator: ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
      treatMissingData: isSilenceBad ? TreatMissingData.BREACHING : TreatMissingData.NOT_BREACHING,
    })
    alarm.addAlarmAction(this.action)
    alarm.addOkAction(this.action)
  }
}
