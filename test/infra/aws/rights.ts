import { describe, expect, it } from 'vitest'
import {
  childKey,
  eventsTick,
  historyKey,
  outboxKey,
  recordKey,
  sequenceKey,
  uniqueKey,
} from '#functions/platform/store/keys.ts'
import { historyPartitions, keyPartitions, outboxPrefix, partitionsOf } from '#infra/aws/api/partitions.ts'
import { functionNames } from '#infra/bundle/bundle.ts'
import { entities } from '#shared/entities/index.ts'
import { openTo } from '#test/infra/aws/checks/indexes.ts'
import {
  actionsOf,
  constructOf,
  fits,
  listed,
  may,
  type PolicyStatementJson,
  policiesOf,
  rightsOf as rightsIn,
} from '#test/infra/aws/checks/statements.ts'
import { deployed, ofType, type SynthesizedTemplate } from './synthesized.ts'

const { data, api, panel } = deployed
const statementsOf = (template: SynthesizedTemplate): PolicyStatementJson[] =>
  policiesOf(template).flatMap(([, statements]) => statements)
const rightsOf = (name: string): PolicyStatementJson[] => rightsIn(api, name)

describe.each(functionNames)('the role of %s', (name) => {
  const statements = rightsOf(name)

  it('reads items', () => {
    expect(actionsOf(statements)).toContain('dynamodb:GetItem')
  })

  it('may not change or remove history, nor remove the key of a person', () => {
    const denied = statements.filter(({ Effect }) => Effect === 'Deny')
    expect(denied).toHaveLength(2)
    const [history, keys] = denied
    expect(actionsOf(denied.slice(0, 1), 'Deny')).toEqual(
      expect.arrayContaining(['dynamodb:UpdateItem', 'dynamodb:DeleteItem']),
    )
    expect(history?.Condition).toEqual({ 'ForAnyValue:StringLike': { 'dynamodb:LeadingKeys': [historyPartitions] } })
    expect(actionsOf(denied.slice(1), 'Deny')).toContain('dynamodb:DeleteItem')
    expect(actionsOf(denied.slice(1), 'Deny')).not.toContain('dynamodb:UpdateItem')
    expect(keys?.Condition).toEqual({ 'ForAnyValue:StringLike': { 'dynamodb:LeadingKeys': [keyPartitions] } })
  })

  it('has no other rights than these', () => {
    const [, role] = ofType(api, 'AWS::IAM::Role').find(([id]) => id.startsWith(`${constructOf(name)}Role`)) ?? []
    expect(role).toBeDefined()
    expect(role?.Properties).not.toHaveProperty('Policies')
    expect(role?.Properties).not.toHaveProperty('ManagedPolicyArns')
  })
})

describe('rights', () => {
  it('open the changes of what a function lists, with the sites', () => {
    const ofCases = entities.filter(({ lambda }) => lambda === 'cases').map(({ resource }) => resource)
    expect(openTo(api, 'cases', 'changes').sort()).toEqual([...ofCases, 'patients', 'sites'].sort())
    const ofFollowUps = ['follow-ups', 'call-lists', 'patients', 'sites', 'cases']
    expect(openTo(api, 'follow-ups', 'changes').sort()).toEqual(ofFollowUps.sort())
    expect(openTo(api, 'settings', 'changes')).toEqual([
      'sites',
      'site-profiles',
      'terms',
      'users',
      'uploads',
      'views',
      'preferences',
    ])
    expect(openTo(api, 'jobs', 'changes')).toEqual(entities.map(({ resource }) => resource))
    expect(openTo(api, 'survey-page', 'changes')).toEqual([])
  })

  it('open what is due to the function whose ticks look it up', () => {
    expect(functionNames.filter((name) => openTo(api, name, 'due').length > 0)).toEqual(['events', 'jobs', 'schedules'])
    expect(openTo(api, 'jobs', 'due')).toEqual(['jobs'])
    expect(openTo(api, 'events', 'due')).toEqual([eventsTick])
    expect(openTo(api, 'schedules', 'due')).toContain('deadlines')
    expect(openTo(api, 'schedules', 'due')).not.toContain('jobs')
  })

  it('let only the schedules write snapshots, and who lists nothing read none', () => {
    const holders = (action: string) =>
      functionNames.filter((name) => {
        const statements = rightsOf(name).filter(({ Action }) => listed(Action).includes(action))
        return JSON.stringify(statements).includes('/projection/*')
      })
    expect(holders('s3:PutObject')).toEqual(['schedules'])
    expect(functionNames.filter((name) => !holders('s3:GetObject').includes(name))).toEqual(['openapi', 'survey-page'])
  })

  it('over records belong to the functions only', () => {
    const holders = [data, panel].flatMap((template) => actionsOf(statementsOf(template)))
    const found = holders.filter((action) => /^(dynamodb|cognito-idp|secretsmanager|ses|sns):|^\*/.test(action))
    // What guards the tokens looks whether a person has a second factor.
    expect(found).toEqual(['cognito-idp:AdminGetUser'])
  })

  it('keep the survey page to surveys, invitations and answers', () => {
    const within = (action: string) => (partition: string) => may(rightsOf('survey-page'), { action, partition })
    const answers = ['response_01J', 'invitation_01J', 'H#invitation_01J', 'OUT#3']
    const others = [
      'case_01J',
      'patient_01J',
      'user_01J',
      'H#case_01J',
      'C#statements#case_01J',
      'STAT#survey_01J#2026',
    ]
    expect(answers.filter(within('dynamodb:PutItem'))).toEqual(answers)
    expect(['site_01J', 'survey_01J', 'S#hash'].filter(within('dynamodb:GetItem'))).toHaveLength(3)
    expect(['site_01J', 'survey_01J', 'S#hash'].filter(within('dynamodb:PutItem'))).toEqual([])
    for (const action of ['GetItem', 'Query', 'PutItem', 'UpdateItem', 'DeleteItem'])
      expect(others.filter(within(`dynamodb:${action}`)), action).toEqual([])
  })

  it.each(entities.map((entity) => [entity.name, entity] as const))('find the partitions of %s', (_name, entity) => {
    const patterns = partitionsOf(entity)
    const id = `${entity.prefix}_01J0000000000000000000000A`
    const keys = [
      recordKey(id).pk,
      historyKey(id, 3).pk,
      childKey(entity.resource, 'case_01J', id).pk,
      sequenceKey(entity.resource, ['2026']).pk,
      uniqueKey(entity.resource, ['a'], [1]).pk,
    ]
    expect(keys.filter((key) => !patterns.some((pattern) => fits(pattern, key)))).toEqual([])
    expect(outboxKey(id, 1, '2026-11-21T09:00:00Z').pk.startsWith(outboxPrefix)).toBe(true)
  })

  it('open secrets only to the functions that read them', () => {
    const holders = functionNames.filter((name) => JSON.stringify(rightsOf(name)).includes('SecretsTokenPepper'))
    expect(holders).toEqual(['survey-page', 'surveys', 'events', 'schedules'])
  })
})
