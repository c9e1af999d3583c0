import { Bucket } from 'aws-cdk-lib/aws-s3'
import { describe, expect, it } from 'vitest'
import type { Stacks } from '#infra/aws/stacks.ts'
import { roles } from '#shared/roles.ts'
import { expiryAttribute, tableDefinition } from '#shared/table.ts'
import { type Deployed, ofType, propertiesOf, synthesize, type Template } from '#test/infra/synthesized.ts'

const one = synthesize({ stage: 'alpha' })
const other = synthesize({ stage: 'omega' })

/** A template with the stage's name taken out; CDK marks a bucket's owner by a hash of its path, which has the stage in it. */
const unnamed = (template: Template, stage: string) =>
  JSON.stringify(template)
    .replaceAll(stage, 'stage')
    .replace(/aws-cdk:cr-owned:\w{8}/g, 'aws-cdk:cr-owned')

const templates = (deployed: Deployed) => [deployed.data, deployed.api, deployed.panel]

describe('two stages', () => {
  it.each([0, 1, 2])('differ only by names (template %i)', (at) => {
    const [mine, theirs] = [templates(one)[at], templates(other)[at]]
    expect(mine && unnamed(mine, 'alpha')).toBe(theirs && unnamed(theirs, 'omega'))
    expect(JSON.stringify(mine)).not.toContain('omega')
  })
})

describe('a deployment', () => {
  it('is the same, byte for byte, when made again', () => {
    expect(JSON.stringify(templates(synthesize({ stage: 'alpha' })))).toBe(JSON.stringify(templates(one)))
  })

  it('stands in another region than the edge, with a domain, without a firewall', () => {
    const made = synthesize({
      ...{ stage: 'alpha', region: 'eu-west-1', firewall: 'off', domain: 'redress.example.org' },
      ...{ certificateArn: 'arn:aws:acm:us-east-1:111122223333:certificate/a', alarmMail: 'operations@example.org' },
    })
    expect(ofType(made.panel, 'AWS::WAFv2::WebACL')).toEqual([])
    expect(JSON.stringify(made.panel)).toContain('"Aliases":["redress.example.org"]')
    expect(JSON.stringify(made.api)).toContain('"PUBLIC_URL":"https://redress.example.org"')
    expect(JSON.stringify(made.data)).toContain('"AllowedOrigins":["https://redress.example.org"]')
    expect(propertiesOf(made.api, 'AWS::SNS::Subscription')).toMatchObject([{ Endpoint: 'operations@example.org' }])
  })

  it.each([
    [{ stage: 'Prod' }, /lower-case/],
    [{ domain: 'redress.example.org' }, /certificateArn together/],
    [{ domain: 'a.example.org', certificateArn: 'arn:aws:acm:eu-west-1:111122223333:certificate/a' }, /us-east-1/],
  ])('is refused with a sentence: %j', (context, sentence) => {
    expect(() => synthesize(context)).toThrow(sentence)
  })

  it('is refused when a pack finds something without a reason', () => {
    const bare = ({ data }: Stacks) => void new Bucket(data, 'Bare')
    expect(() => synthesize({ stage: 'alpha' }, bare)).toThrow(/S3BucketVersioningEnabled/)
  })

  it('has a reason for every finding of the packs', () => {
    const reasons = Object.entries(one.accepted)
    expect(reasons.length).toBeGreaterThan(20)
    expect(reasons.filter(([, reason]) => reason.split(' ').length < 6 || !reason.endsWith('.'))).toEqual([])
  })
})

describe('what must not be lost', () => {
  const [[, table] = []] = ofType(one.data, 'AWS::DynamoDB::Table')

  it('is the table as its definition says', () => {
    const { TableName: _, ...definition } = tableDefinition('')
    expect(table?.Properties).toMatchObject(definition)
    expect(table?.Properties).toMatchObject({
      TimeToLiveSpecification: { AttributeName: expiryAttribute, Enabled: true },
      StreamSpecification: { StreamViewType: 'NEW_IMAGE' },
      PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true },
      SSESpecification: { SSEType: 'KMS' },
      DeletionProtectionEnabled: true,
    })
  })

  it('stays when the stack goes', () => {
    const kept = ['DynamoDB::Table', 'S3::Bucket', 'KMS::Key', 'Cognito::UserPool', 'SecretsManager::Secret']
    for (const type of [...kept, 'Backup::BackupVault'])
      for (const [id, { DeletionPolicy }] of ofType(one.data, `AWS::${type}`)) expect(DeletionPolicy, id).toBe('Retain')
  })

  it('lets in only people that were let in, by their role', () => {
    const groups = propertiesOf<{ GroupName: string }>(one.data, 'AWS::Cognito::UserPoolGroup')
    expect(groups.map(({ GroupName }) => GroupName)).toEqual([...roles])
    expect(propertiesOf(one.data, 'AWS::Cognito::UserPool')).toMatchObject([
      { AdminCreateUserConfig: { AllowAdminCreateUserOnly: true }, DeletionProtection: 'ACTIVE' },
    ])
    expect(propertiesOf(one.data, 'AWS::Cognito::UserPoolClient')).toMatchObject([
      { GenerateSecret: false, ExplicitAuthFlows: ['ALLOW_USER_PASSWORD_AUTH', 'ALLOW_REFRESH_TOKEN_AUTH'] },
    ])
  })
})
