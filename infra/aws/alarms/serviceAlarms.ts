import { Duration } from 'aws-cdk-lib'
import { type IMetric, MathExpression, Metric, Stats } from 'aws-cdk-lib/aws-cloudwatch'
import { indexes } from '#functions/platform/store/table.ts'
import type { DataStack } from '../DataStack.ts'
import type { Alarms } from './Alarms.ts'

const period = Duration.minutes(5)
type Dimensions = Readonly<Record<string, string>>

const metric = (namespace: string, metricName: string, dimensionsMap: Dimensions = {}, statistic: string = Stats.SUM) =>
  new Metric({ namespace, metricName, dimensionsMap: { ...dimensionsMap }, statistic, period })

/** The sum of metrics, where those that report nothing count as nought. */
const sumOf = (metrics: readonly IMetric[], every = period) =>
  new MathExpression({
    expression: metrics.map((_, index) => `FILL(m${index}, 0)`).join(' + '),
    usingMetrics: Object.fromEntries(metrics.map((each, index) => [`m${index}`, each])),
    period: every,
  })

/** What the functions ask of the table; DynamoDB counts its own faults by operation. */
const operations = ['GetItem', 'BatchGetItem', 'Query', 'PutItem', 'UpdateItem', 'TransactWriteItems', 'BatchWriteItem']

/** Watches refusals of the table and its indexes, by their ceiling or by DynamoDB itself, and DynamoDB’s own faults. */
export function watchTable(alarms: Alarms, { table: { name: TableName } }: DataStack): void {
  const places = [{ TableName }, ...indexes.map(({ name }) => ({ TableName, GlobalSecondaryIndexName: name }))]
  const refusals = places.flatMap((place) =>
    ['ReadThrottleEvents', 'WriteThrottleEvents'].map((name) => metric('AWS/DynamoDB', name, place)),
  )
  alarms.watch('table-throttles', sumOf(refusals), {
    description: 'The table or an index refused requests: more came than its ceiling or DynamoDB allows',
    threshold: 10,
  })
  const faults = operations.map((Operation) => metric('AWS/DynamoDB', 'SystemErrors', { TableName, Operation }))
  alarms.watch('table-faults', sumOf(faults), {
    description: 'DynamoDB answered with faults of its own',
    threshold: 5,
  })
}

/** Watches the reputation of the sender of mail, for SES stops who bounces too much, and the cost of text messages. */
export function watchMessages(alarms: Alarms, textBudget: number): void {
  const rate = (name: string) =>
    new Metric({
      ...{
        namespace: 'AWS/SES',
        metricName: `Reputation.${name}`,
        statistic: Stats.MAXIMUM,
        period: Duration.hours(1),
      },
    })
  alarms.watch('mail-bounces', rate('BounceRate'), {
    description: 'Five in a hundred mails or more bounce',
    threshold: 0.05,
  })
  alarms.watch('mail-complaints', rate('ComplaintRate'), {
    description: 'One in a thousand mails or more is called unwanted',
    threshold: 0.001,
  })
  const spent = metric('AWS/SNS', 'SMSMonthToDateSpentUSD', {}, Stats.MAXIMUM)
  alarms.watch('text-costs', spent, {
    description: `Text messages of this month cost 80 % of ${textBudget} dollars`,
    threshold: textBudget * 0.8,
  })
}

/** Watches attempts to sign in that the user pool finds dangerous, refused ones, and what the firewall before it blocks. */
export function watchSignIn(alarms: Alarms, { identity, region }: DataStack, firewall: string | undefined): void {
  const UserPoolId = identity.pool.userPoolId
  const risks = [
    metric('AWS/Cognito', 'AccountTakeoverRisk', { UserPoolId, Operation: 'SignIn', RiskLevel: 'high' }),
    metric('AWS/Cognito', 'CompromisedCredentialRisk', { UserPoolId, Operation: 'SignIn' }),
  ]
  alarms.watch('sign-in-risk', sumOf(risks), {
    description: 'Somebody signs in, or tries to, as an attacker would',
    threshold: 1,
  })
  const client = { UserPool: UserPoolId, UserPoolClient: identity.client.userPoolClientId }
  const refused = [metric('AWS/Cognito', 'SignInThrottles', client)]
  alarms.watch('sign-in-throttles', sumOf(refused), {
    description: 'The user pool refused sign-ins because too many came',
    threshold: 1,
  })
  if (!firewall) return
  const blocked = metric('AWS/WAFV2', 'BlockedRequests', { WebACL: firewall, Region: region, Rule: 'ALL' })
  alarms.watch('sign-in-blocks', blocked, {
    description: 'The firewall refuses many sign-ins',
    threshold: 100,
  })
}

/** Watches the nightly backup and its copy: that they do not fail, and that there was one in the last day. */
export function watchBackups(alarms: Alarms, vaultName: string, isCopied: boolean): void {
  const day = Duration.days(1)
  const jobs = (name: string) => metric('AWS/Backup', `NumberOf${name}`, { BackupVaultName: vaultName })
  alarms.watch('backup-failed', sumOf(['BackupJobsFailed', 'BackupJobsExpired', 'BackupJobsAborted'].map(jobs)), {
    description: 'A nightly backup failed',
    threshold: 1,
  })
  const missing = new MathExpression({
    expression: 'IF(FILL(done, 0) > 0, 0, 1)',
    usingMetrics: { done: jobs('BackupJobsCompleted').with({ period: day }) },
    period: day,
  })
  alarms.watch('backup-missing', missing, {
    description: 'There was no backup within a day',
    threshold: 1,
    isSilenceBad: true,
  })
  if (!isCopied) return
  alarms.watch('copy-failed', sumOf(['CopyJobsFailed'].map(jobs)), {
    description: 'The copy of a backup in the other region or account failed',
    threshold: 1,
  })
}
