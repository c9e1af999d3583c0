import { describe, expect, it } from 'vitest'
import { ceiling } from '#infra/aws/data/RecordsTable.ts'
import { deployed, ofType, propertiesOf, synthesize } from './synthesized.ts'

interface AlarmJson {
  readonly AlarmName: string
  readonly AlarmDescription: string
  readonly AlarmActions?: object[]
  readonly MetricName?: string
  readonly Metrics?: object[]
  readonly Namespace?: string
}
const alarmsIn = (template: typeof deployed.api) => propertiesOf<AlarmJson>(template, 'AWS::CloudWatch::Alarm')
const namesIn = (template: typeof deployed.api) => alarmsIn(template).map(({ AlarmName }) => AlarmName)

describe('somebody', () => {
  it('gets the alarms of every stage, and the trial is told when nobody does', () => {
    expect(() => synthesize({ stage: 'prod', alarmMail: '' })).toThrow(/Give alarmMail/)
    const trial = synthesize({ stage: 'dev', alarmMail: '' })
    expect(trial.warnings.join()).toContain('no alarm reaches anybody')
    expect(deployed.warnings.join()).not.toContain('alarm')
    for (const template of [deployed.api, deployed.panel])
      expect(propertiesOf(template, 'AWS::SNS::Subscription')).toMatchObject([{ Protocol: 'email' }])
  })

  it('is told of the table, mail, text messages, sign-ins, backups, keys, the site and the firewalls', () => {
    const named = ['table-throttles', 'table-faults', 'mail-bounces', 'mail-complaints', 'text-costs', 'sign-in-risk']
    const more = [
      'sign-in-throttles',
      'sign-in-blocks',
      'backup-failed',
      'backup-missing',
      'copy-failed',
      'tokens-errors',
    ]
    expect(namesIn(deployed.api)).toEqual(
      expect.arrayContaining([...named, ...more].map((each) => `redress-test-${each}`)),
    )
    const atEdge = ['site-faults', 'site-refusals', 'firewall-blocks']
    expect(namesIn(deployed.panel)).toEqual(atEdge.map((each) => `redress-test-${each}`))
    for (const { AlarmActions, AlarmName } of [deployed.api, deployed.panel].flatMap(alarmsIn))
      expect(AlarmActions, AlarmName).toHaveLength(1)
  })

  it('is told at once when a key is in danger, by a topic that may be written to', () => {
    const [rule] = propertiesOf<{ EventPattern: object; Targets: object[] }>(deployed.api, 'AWS::Events::Rule')
    expect(JSON.stringify(rule?.EventPattern)).toContain('ScheduleKeyDeletion')
    expect(rule?.Targets).toHaveLength(1)
    expect(JSON.stringify(propertiesOf(deployed.api, 'AWS::SNS::TopicPolicy'))).toContain('events.amazonaws.com')
    expect(JSON.stringify(propertiesOf(deployed.api, 'AWS::KMS::Key'))).toContain('events.amazonaws.com')
  })
})

describe('the bill', () => {
  it('is told before and after it grows', () => {
    const [budget] = propertiesOf<{ NotificationsWithSubscribers: { Notification: object }[] }>(
      synthesize({ stage: 'test', budget: '300' }).panel,
      'AWS::Budgets::Budget',
    )
    expect(budget).toMatchObject({ Budget: { BudgetLimit: { Amount: 300, Unit: 'USD' }, TimeUnit: 'MONTHLY' } })
    expect(budget?.NotificationsWithSubscribers.map(({ Notification }) => Notification)).toMatchObject([
      { NotificationType: 'ACTUAL', Threshold: 80 },
      { NotificationType: 'ACTUAL', Threshold: 100 },
      { NotificationType: 'FORECASTED', Threshold: 100 },
    ])
  })

  it('has its anomalies watched, by the account’s own monitor where it has one', () => {
    expect(ofType(deployed.panel, 'AWS::CE::AnomalyMonitor')).toHaveLength(1)
    const arn = 'arn:aws:ce::111122223333:anomalymonitor/a'
    const given = synthesize({ stage: 'test', anomalyMonitor: arn }).panel
    expect(ofType(given, 'AWS::CE::AnomalyMonitor')).toEqual([])
    expect(propertiesOf(given, 'AWS::CE::AnomalySubscription')).toMatchObject([{ MonitorArnList: [arn] }])
  })

  it('has a ceiling at the table and each index', () => {
    const [table] = propertiesOf<{
      OnDemandThroughput: object
      GlobalSecondaryIndexes: { OnDemandThroughput: object }[]
    }>(deployed.data, 'AWS::DynamoDB::Table')
    const expected = {
      MaxReadRequestUnits: ceiling.maxReadRequestUnits,
      MaxWriteRequestUnits: ceiling.maxWriteRequestUnits,
    }
    expect(table?.OnDemandThroughput).toEqual(expected)
    for (const index of table?.GlobalSecondaryIndexes ?? []) expect(index.OnDemandThroughput).toEqual(expected)
  })

  it.each([
    [{ budget: 'much' }, /budget must be a whole number/],
    [{ concurrency: '0' }, /concurrency must be a whole number/],
  ])('is not guessed from %o', (context, sentence) => {
    expect(() => synthesize(context)).toThrow(sentence)
  })
})
