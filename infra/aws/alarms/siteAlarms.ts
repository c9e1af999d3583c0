import { Duration } from 'aws-cdk-lib'
import { Metric, Stats } from 'aws-cdk-lib/aws-cloudwatch'
import type { Alarms } from './Alarms.ts'

const period = Duration.minutes(5)

/** Watches how CloudFront answers, and what the firewall before it blocks. Their metrics are in us-east-1 only. */
export function watchSite(alarms: Alarms, distributionId: string, firewall: string | undefined): void {
  const rate = (metricName: string) =>
    new Metric({
      ...{ namespace: 'AWS/CloudFront', metricName, statistic: Stats.AVERAGE, period },
      dimensionsMap: { DistributionId: distributionId, Region: 'Global' },
    })
  alarms.watch('site-faults', rate('5xxErrorRate'), {
    description: 'Five in a hundred answers at the address, or more, are faults',
    threshold: 5,
    periods: 2,
  })
  alarms.watch('site-refusals', rate('4xxErrorRate'), {
    description: 'Half of all answers at the address are refusals',
    threshold: 50,
    periods: 3,
  })
  if (!firewall) return
  const blocked = new Metric({
    ...{ namespace: 'AWS/WAFV2', metricName: 'BlockedRequests', statistic: Stats.SUM, period },
    dimensionsMap: { WebACL: firewall, Rule: 'ALL' },
  })
  alarms.watch('firewall-blocks', blocked, {
    description: 'The firewall refuses many requests',
    threshold: 1000,
  })
}
