import { CfnBudget } from 'aws-cdk-lib/aws-budgets'
import { CfnAnomalyMonitor, CfnAnomalySubscription } from 'aws-cdk-lib/aws-ce'
import { Construct } from 'constructs'
import type { Deployment } from '../deployment.ts'

/** Dollars above what is usual from which a cost is told. */
const leastImpact = 20

/** Tells by mail when the account's bill grows: a budget of the month, and costs that are not usual. */
export class CostWatch extends Construct {
  constructor(scope: Construct, id: string, { stage, budget, alarmMail, anomalyMonitor }: Deployment) {
    super(scope, id)
    if (!alarmMail) return
    const subscribers = [{ subscriptionType: 'EMAIL', address: alarmMail }]
    const warning = (notificationType: 'ACTUAL' | 'FORECASTED', threshold: number) => ({
      notification: { notificationType, comparisonOperator: 'GREATER_THAN', threshold, thresholdType: 'PERCENTAGE' },
      subscribers,
    })
    new CfnBudget(this, 'Budget', {
      budget: {
        ...{ budgetName: `redress-${stage}`, budgetType: 'COST', timeUnit: 'MONTHLY' },
        budgetLimit: { amount: budget, unit: 'USD' },
      },
      notificationsWithSubscribers: [warning('ACTUAL', 80), warning('ACTUAL', 100), warning('FORECASTED', 100)],
    })
    if (!anomalyMonitor) return
    const monitor =
      anomalyMonitor === 'new'
        ? new CfnAnomalyMonitor(this, 'Monitor', {
            ...{ monitorName: 'redress', monitorType: 'DIMENSIONAL', monitorDimension: 'SERVICE' },
          }).attrMonitorArn
        : anomalyMonitor
    new CfnAnomalySubscription(this, 'Anomalies', {
      subscriptionName: `redress-${stage}`,
      frequency: 'DAILY',
      monitorArnList: [monitor],
      subscribers: [{ type: 'EMAIL', address: alarmMail }],
      thresholdExpression: JSON.stringify({
        Dimensions: {
          ...{ Key: 'ANOMALY_TOTAL_IMPACT_ABSOLUTE', MatchOptions: ['GREATER_THAN_OR_EQUAL'] },
          Values: [String(leastImpact)],
        },
      }),
    })
  }
}
