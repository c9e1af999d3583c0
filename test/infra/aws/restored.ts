import { describe, expect, it } from 'vitest'
import { deployed, ofType, propertiesOf, synthesize } from './synthesized.ts'

const arn = 'arn:aws:dynamodb:us-east-1:111122223333:table/redress-restored'
const streamArn = `${arn}/stream/2026-11-30T04:00:00.000`
const restored = synthesize({ stage: 'test', table: streamArn })
const exportsOf = ({ data }: typeof deployed) =>
  Object.keys((data as { Outputs?: object }).Outputs ?? {}).filter((name) => name.startsWith('ExportsOutput'))

describe('a deployment on a restored table', () => {
  it('leaves the table of its stack as it is, with all that other stacks may still import', () => {
    expect(ofType(restored.data, 'AWS::DynamoDB::Table')).toEqual(ofType(deployed.data, 'AWS::DynamoDB::Table'))
    const names = exportsOf(deployed)
    expect(names.filter((name) => name.includes('RecordsTable'))).toHaveLength(3)
    expect(exportsOf(restored)).toEqual(expect.arrayContaining(names))
  })

  it('leads functions, their rights, the stream and the alarms to the restored table alone', () => {
    const text = JSON.stringify(restored.api)
    expect(JSON.stringify(deployed.api)).toContain('RecordsTable')
    expect(text).not.toContain('RecordsTable')
    const mappings = propertiesOf<{ EventSourceArn: unknown }>(restored.api, 'AWS::Lambda::EventSourceMapping')
    expect(mappings.map(({ EventSourceArn }) => EventSourceArn)).toContain(streamArn)
    const policies = JSON.stringify(ofType(restored.api, 'AWS::IAM::ManagedPolicy'))
    for (const place of [arn, `${arn}/index/changes`, `${arn}/index/due`]) expect(policies).toContain(`"${place}"`)
    const environments = propertiesOf<{ Environment?: { Variables: Record<string, unknown> } }>(
      restored.api,
      'AWS::Lambda::Function',
    )
    const tables = environments.flatMap(({ Environment }) => Environment?.Variables.TABLE_NAME ?? [])
    expect(new Set(tables)).toEqual(new Set(['redress-restored']))
  })

  it('backs up the restored table', () => {
    expect(JSON.stringify(ofType(restored.data, 'AWS::Backup::BackupSelection'))).toContain(arn)
  })

  it.each([
    ['redress-restored', /no stream of a table/],
    [arn, /no stream of a table/],
    [streamArn.replace('us-east-1', 'eu-west-1'), /in eu-west-1, and the functions in us-east-1/],
  ])('is refused with its reason: %s', (table, sentence) => {
    expect(() => synthesize({ stage: 'test', table })).toThrow(sentence)
  })
})
