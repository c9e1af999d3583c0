import { describe, expect, it } from 'vitest'
import { historyPartitions, outboxPrefix, partitionsOf } from '#infra/aws/api/partitions.ts'
import { functionNames } from '#infra/bundle.ts'
import { entities } from '#shared/entities/index.ts'
import { counterKey, historyKey, outboxKey, recordKey, tokenKey, uniqueKey, viewPartition } from '#shared/keys.ts'
import { indexes } from '#shared/table.ts'
import { deployed, ofType, propertiesOf, type Template } from '#test/infra/synthesized.ts'

interface Statement {
  readonly Effect: 'Allow' | 'Deny'
  readonly Action: string | string[]
  readonly Resource?: unknown
  readonly NotResource?: unknown
  readonly Condition?: Record<string, Record<string, unknown>>
}
type Policy = { PolicyDocument: { Statement: Statement[] } }

const { data, api, panel } = deployed
const listed = <T>(value: T | readonly T[] | undefined): T[] =>
  value === undefined ? [] : Array.isArray(value) ? [...value] : [value as T]

const statementsOf = (template: Template): Statement[] =>
  ['AWS::IAM::Policy', 'AWS::IAM::ManagedPolicy'].flatMap((type) =>
    propertiesOf<Policy>(template, type).flatMap(({ PolicyDocument }) => PolicyDocument.Statement),
  )
const rightsOf = (name: string): Statement[] => {
  const found = ofType(api, 'AWS::IAM::ManagedPolicy').find(([id]) =>
    id.startsWith(`${name.replaceAll('-', '')}Rights`),
  )
  return (found?.[1].Properties as Policy | undefined)?.PolicyDocument.Statement ?? []
}
const actionsOf = (statements: Statement[], effect = 'Allow') =>
  statements.filter(({ Effect }) => Effect === effect).flatMap(({ Action }) => listed(Action))

/** Whether a pattern of IAM fits a text. */
const fits = (pattern: string, text: string) =>
  new RegExp(`^${pattern.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replaceAll('\\*', '.*')}$`).test(text)

describe.each(functionNames)('the role of %s', (name) => {
  const statements = rightsOf(name)

  it('reads items, and can scan nothing', () => {
    const actions = actionsOf(statements).filter((action) => action.startsWith('dynamodb:'))
    expect(actions).toContain('dynamodb:GetItem')
    expect(actions.filter((action) => /Scan|PartiQL|\*/.test(action))).toEqual([])
  })

  it('may not change or remove history', () => {
    const denied = statements.filter(({ Effect }) => Effect === 'Deny')
    expect(denied).toHaveLength(1)
    expect(actionsOf(denied, 'Deny')).toEqual(expect.arrayContaining(['dynamodb:UpdateItem', 'dynamodb:DeleteItem']))
    expect(denied[0]?.Condition).toEqual({ 'ForAnyValue:StringLike': { 'dynamodb:LeadingKeys': [historyPartitions] } })
  })

  it('names what it reaches', () => {
    const allowed = statements.filter(({ Effect }) => Effect === 'Allow')
    const whole = allowed.filter(({ Resource }) => listed(Resource).includes('*'))
    const unnamed = allowed.filter(({ Resource }) => Resource === undefined)
    expect(whole).toEqual([])
    expect(unnamed.flatMap(({ Action }) => listed(Action)).filter((action) => action !== 'sns:Publish')).toEqual([])
    expect(actionsOf(allowed).filter((action) => action.includes('*'))).toEqual([])
  })

  it('has no other rights than these', () => {
    const [, role] =
      ofType(api, 'AWS::IAM::Role').find(([id]) => id.startsWith(`${name.replaceAll('-', '')}Role`)) ?? []
    expect(role).toBeDefined()
    expect(role?.Properties).not.toHaveProperty('Policies')
    expect(role?.Properties).not.toHaveProperty('ManagedPolicyArns')
  })
})

describe('rights', () => {
  it('name every index', () => {
    const query = rightsOf('cases').find(({ Action }) => Action === 'dynamodb:Query')
    const named = listed(query?.Resource).map((arn) => JSON.stringify(arn))
    expect(named).toHaveLength(indexes.length)
    for (const index of indexes) expect(named.some((arn) => arn.includes(`/index/${index.name}"`))).toBe(true)
  })

  it('give nobody every action on records or files', () => {
    const actions = [data, api].flatMap(statementsOf).flatMap(({ Action }) => listed(Action))
    expect(
      actions.filter((action) => /^(dynamodb|s3|kms|sqs|secretsmanager|cognito-idp|lambda):\*$|^\*$/.test(action)),
    ).toEqual([])
    expect(
      statementsOf(panel)
        .flatMap(({ Action }) => listed(Action))
        .filter((each) => each.startsWith('dynamodb')),
    ).toEqual([])
  })

  it('keep the survey page to surveys, invitations and answers', () => {
    const within = (action: string) => (partition: string) =>
      rightsOf('survey-page')
        .filter(({ Effect, Action }) => Effect === 'Allow' && listed(Action).includes(action))
        .flatMap(({ Condition }) => listed(Condition?.['ForAllValues:StringLike']?.['dynamodb:LeadingKeys']))
        .some((pattern) => fits(String(pattern), partition))
    const answers = ['response_01J', 'invitation_01J', 'H#invitation_01J', 'OUT#3']
    const others = [
      'case_01J',
      'patient_01J',
      'user_01J',
      'H#case_01J',
      'T#patients#ab',
      'cases',
      'STAT#survey_01J#2026',
    ]
    expect(answers.filter(within('dynamodb:PutItem'))).toEqual(answers)
    expect(['site_01J', 'survey_01J', 'S#hash'].filter(within('dynamodb:GetItem'))).toHaveLength(3)
    expect(['site_01J', 'survey_01J', 'S#hash'].filter(within('dynamodb:PutItem'))).toEqual([])
    for (const action of ['GetItem', 'Query', 'PutItem', 'UpdateItem', 'DeleteItem'])
      expect(others.filter(within(`dynamodb:${action}`)), action).toEqual([])
  })

  it.each(entities.map((of) => [of.name, of] as const))('find the partitions of %s', (_name, of) => {
    const patterns = partitionsOf(of)
    const id = `${of.prefix}_01J0000000000000000000000A`
    const views = Object.values(of.views).flatMap((view) => [
      viewPartition(of, ['x']),
      viewPartition(of, []),
      counterKey(of, view, ['x']).pk,
    ])
    const keys = [
      recordKey(id).pk,
      historyKey(id, 3).pk,
      tokenKey(of.resource, 'ab', id).pk,
      uniqueKey(of.resource, ['a'], [1]).pk,
      ...views,
    ]
    expect(keys.filter((key) => !patterns.some((pattern) => fits(pattern, key)))).toEqual([])
    expect(outboxKey(id, 1, '2026-11-21T09:00:00Z').pk.startsWith(outboxPrefix)).toBe(true)
  })

  it('open secrets only to those who ask for them', () => {
    const holders = functionNames.filter((name) => JSON.stringify(rightsOf(name)).includes('SecretsTokenPepper'))
    expect(holders).toEqual(['survey-page', 'surveys', 'events', 'schedules'])
  })
})
