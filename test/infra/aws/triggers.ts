import { describe, expect, it } from 'vitest'
import { tickLeaseMs } from '#functions/platform/jobs/tick.ts'
import { measures } from '#infra/aws/api/LogMeasure.ts'
import { lambdaSettings } from '#infra/aws/api/lambdaSettings.ts'
import { functionNames } from '#infra/bundle/bundle.ts'
import { schedules } from '#shared/declaration/schedules.ts'
import { deployed, ofType, propertiesOf } from './synthesized.ts'

type ScheduleTarget = {
  Arn: { 'Fn::GetAtt': [string, string] }
  Input: string
  DeadLetterConfig: unknown
  RetryPolicy: unknown
}
type ScheduleResource = { ScheduleExpression: string; ScheduleExpressionTimezone: string; Target: ScheduleTarget }
type EventMapping = {
  FilterCriteria?: { Filters: { Pattern: string }[] }
  FunctionResponseTypes: string[]
  DestinationConfig?: unknown
}
type Queue = { RedrivePolicy?: unknown; VisibilityTimeout?: number }
type AlarmResource = { MetricName: string; AlarmActions: unknown[]; Dimensions?: { Value: { Ref?: string } }[] }

const { api } = deployed
const clocks = propertiesOf<ScheduleResource>(api, 'AWS::Scheduler::Schedule')
const mappings = propertiesOf<EventMapping>(api, 'AWS::Lambda::EventSourceMapping')
const functions = ofType(api, 'AWS::Lambda::Function')
const alarms = propertiesOf<AlarmResource>(api, 'AWS::CloudWatch::Alarm')

describe('triggers', () => {
  it('tick every schedule of the product, and both sweeps, in UTC', () => {
    const rate = (minutes: number) => (minutes === 1 ? 'rate(1 minute)' : `rate(${minutes} minutes)`)
    const expected = [
      ...schedules.map(({ name, everyMinutes }) => ['schedules', rate(everyMinutes), JSON.stringify({ tick: name })]),
      ['events', 'rate(1 minute)', '{"sweep":true}'],
      ['jobs', 'rate(1 minute)', '{"sweep":true}'],
    ]
    const found = clocks.map(({ ScheduleExpression, Target }) => [
      Target.Arn['Fn::GetAtt'][0].replace(/Function\w{8}$/, ''),
      ScheduleExpression,
      Target.Input,
    ])
    expect(found.sort()).toEqual(expected.sort())
    expect(new Set(clocks.map((each) => each.ScheduleExpressionTimezone))).toEqual(new Set(['UTC']))
  })

  it('send a failed tick to the dead letters', () => {
    expect(clocks.filter(({ Target }) => !Target.DeadLetterConfig || !Target.RetryPolicy)).toEqual([])
  })

  it('wake the events function for new outbox items only', () => {
    const stream = mappings.find(({ FilterCriteria }) => FilterCriteria)
    const patterns = stream?.FilterCriteria?.Filters.map(({ Pattern }) => JSON.parse(Pattern))
    expect(patterns).toEqual([{ eventName: ['INSERT'], dynamodb: { Keys: { pk: { S: [{ prefix: 'OUT#' }] } } } }])
    expect(stream?.DestinationConfig).toBeDefined()
  })

  it('report failures item by item', () => {
    expect(mappings).toHaveLength(2)
    for (const each of mappings) expect(each.FunctionResponseTypes).toEqual(['ReportBatchItemFailures'])
  })

  it('hide a job from others for six times the worker’s time', () => {
    const [, worker] = functions.find(([id]) => id.startsWith('jobsFunction')) ?? []
    const queue = propertiesOf<Queue>(api, 'AWS::SQS::Queue').find(({ RedrivePolicy }) => RedrivePolicy)
    expect(queue?.VisibilityTimeout).toBeGreaterThanOrEqual(6 * Number(worker?.Properties.Timeout))
    expect(worker?.Properties.ReservedConcurrentExecutions).toBeGreaterThan(1)
  })

  it('give every queue dead letters, except the queue of dead letters', () => {
    const text = JSON.stringify(api)
    const holdsDeadLetters = (id: string) =>
      new RegExp(`"(deadLetterTargetArn|TargetArn|Destination)":\\{"Fn::GetAtt":\\["${id}","Arn"`).test(text)
    const alone = ofType(api, 'AWS::SQS::Queue')
      .filter(([id, { Properties }]) => !Properties.RedrivePolicy && !holdsDeadLetters(id))
      .map(([id]) => id)
    expect(alone).toEqual([])
  })
})

describe('alarms', () => {
  it.each(functionNames)('watch errors, throttles and duration of %s', (name) => {
    const [id] = functions.find(([each]) => each.startsWith(`${name.replaceAll('-', '')}Function`)) ?? []
    const watched = alarms.filter(({ Dimensions }) => Dimensions?.some(({ Value }) => Value.Ref === id))
    expect(watched.map((alarm) => alarm.MetricName).sort()).toEqual(['Duration', 'Errors', 'Throttles'])
  })

  it('watch the outbox, the jobs, the projection, the API and every queue of dead letters, and notify somebody', () => {
    const names = alarms.map((alarm) => alarm.MetricName)
    const dead = ofType(api, 'AWS::SQS::Queue').filter(([id]) => id.includes('DeadLetters'))
    expect(names).toEqual(expect.arrayContaining([...measures.map(({ name }) => name), '5xx']))
    expect(names.filter((name) => name === 'ApproximateNumberOfMessagesVisible')).toHaveLength(dead.length)
    expect(alarms.filter(({ AlarmActions }) => AlarmActions.length === 0)).toEqual([])
  })
})

describe('functions', () => {
  it('are the declared ones, on the fastest runtime and processor', () => {
    expect(functions).toHaveLength(functionNames.length)
    for (const [, { Properties }] of functions)
      expect(Properties).toMatchObject({ Runtime: 'nodejs24.x', Architectures: ['arm64'], Handler: 'index.handler' })
  })

  it('that list have a whole processor, and room for the projection in memory and on disk', () => {
    const listing = lambdaSettings.filter(({ lists }) => lists.length > 0).map(({ name }) => name)
    expect(listing).toEqual(functionNames.filter((name) => name !== 'survey-page' && name !== 'openapi'))
    for (const name of listing) {
      const [, found] = functions.find(([id]) => id.startsWith(`${name.replaceAll('-', '')}Function`)) ?? []
      expect(found?.Properties.MemorySize, name).toBeGreaterThanOrEqual(1769)
      expect(found?.Properties.EphemeralStorage, name).toEqual({ Size: name === 'schedules' ? 4096 : 2048 })
    }
  })

  it('end a tick before its lease ends', () => {
    const [, ticker] = functions.find(([id]) => id.startsWith('schedulesFunction')) ?? []
    expect(ticker?.Properties.Timeout).toBeLessThan(tickLeaseMs / 1000)
    expect(ticker?.Properties.Timeout).toBe(600)
  })

  it('get the addresses of their secrets, never the secrets', () => {
    const names = functions.flatMap(([, { Properties }]) =>
      Object.keys((Properties.Environment as { Variables: object }).Variables),
    )
    expect(names).toContain('CURSOR_SECRET_ARN')
    expect(names.filter((name) => name === 'CURSOR_SECRET' || name === 'TOKEN_PEPPER')).toEqual([])
  })
})
