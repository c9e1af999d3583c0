import { runInNewContext } from 'node:vm'
import { CfnTopic } from 'aws-cdk-lib/aws-sns'
import { describe, expect, it } from 'vitest'
import { expiryAttribute, tableDefinition, tableLayout } from '#functions/platform/store/table.ts'
import type { Stacks } from '#infra/aws/stacks.ts'
import { roles } from '#shared/declaration/roles.ts'
import { ofType, propertiesOf, type StackTemplates, type SynthesizedTemplate, synthesize } from './synthesized.ts'

const one = synthesize({ stage: 'alpha' })
const other = synthesize({ stage: 'omega' })

/** A template with the stage's name taken out; CDK marks a bucket's owner by a hash of its path, which has the stage in it. */
const unnamed = (template: SynthesizedTemplate, stage: string) =>
  JSON.stringify(template)
    .replaceAll(stage, 'stage')
    .replace(/aws-cdk:cr-owned:\w{8}/g, 'aws-cdk:cr-owned')

const templates = (deployed: StackTemplates) => [deployed.data, deployed.api, deployed.panel]

const differing = (mine: StackTemplates, theirs: StackTemplates, stage: string): number[] =>
  [0, 1, 2].filter((index) => {
    const [ours, others] = [templates(mine)[index], templates(theirs)[index]]
    return !ours || !others || unnamed(ours, 'alpha') !== unnamed(others, stage)
  })

describe('two stages', () => {
  it('differ only by names', () => {
    expect(differing(one, other, 'omega')).toEqual([])
    expect(JSON.stringify(templates(one))).not.toContain('omega')
    expect(JSON.stringify(one.data)).not.toBe(JSON.stringify(other.data))
  })

  it('are distinguished when one has what the other has not', () => {
    const topic = ({ api }: Stacks) => void new CfnTopic(api, 'Extra', { kmsMasterKeyId: 'alias/aws/sns' })
    const more = synthesize({ stage: 'omega' }, topic)
    expect(differing(one, more, 'omega')).toEqual([1])
    const altered = synthesize({ stage: 'omega', alarmMail: 'other@example.org' })
    expect(differing(one, altered, 'omega')).toEqual([1, 2])
  })
})

describe('a deployment', () => {
  it('is the same, byte for byte, when made again', () => {
    const { files } = synthesize({ stage: 'alpha' })
    expect(Object.keys(files)).toEqual(expect.arrayContaining(['manifest.json', 'Redress-alpha-Api.template.json']))
    expect(files).toEqual(one.files)
    expect(synthesize({ stage: 'alpha', mailFrom: 'other@example.org' }).files).not.toEqual(one.files)
  })

  it('can be in another region than the edge, with a domain, without a firewall', () => {
    const stacks = synthesize({
      ...{ stage: 'alpha', region: 'eu-west-1', firewall: 'off', domain: 'redress.example.org' },
      ...{ certificateArn: 'arn:aws:acm:us-east-1:111122223333:certificate/a', alarmMail: 'operations@example.org' },
    })
    expect(ofType(stacks.panel, 'AWS::WAFv2::WebACL')).toEqual([])
    expect(JSON.stringify(stacks.panel)).toContain('"Aliases":["redress.example.org"]')
    expect(JSON.stringify(stacks.api)).toContain('"PUBLIC_URL":"https://redress.example.org"')
    expect(JSON.stringify(stacks.data)).toContain('"AllowedOrigins":["https://redress.example.org"]')
    expect(propertiesOf(stacks.api, 'AWS::SNS::Subscription')).toMatchObject([{ Endpoint: 'operations@example.org' }])
  })

  it('scans files for malware when it is asked to, and tells the functions', () => {
    const scanning = synthesize({ stage: 'alpha', malwareScan: 'on' })
    const [[, plan] = []] = ofType(scanning.data, 'AWS::GuardDuty::MalwareProtectionPlan')
    expect(plan?.Properties).toMatchObject({
      Actions: { Tagging: { Status: 'ENABLED' } },
      ProtectedResource: { S3Bucket: { ObjectPrefixes: ['uploads/', 'documents/'] } },
    })
    expect(JSON.stringify(scanning.data)).toContain('"Sid":"OnlyScannedFiles"')
    expect(JSON.stringify(scanning.api)).toContain('"FILE_SCAN":"on"')
    expect(ofType(one.data, 'AWS::GuardDuty::MalwareProtectionPlan')).toEqual([])
    expect(JSON.stringify(one.api)).toContain('"FILE_SCAN":"off"')
  })

  it.each([
    [{ stage: 'Prod' }, /lower-case/],
    [{ domain: 'redress.example.org' }, /certificateArn together/],
    [{ domain: 'a.example.org', certificateArn: 'arn:aws:acm:eu-west-1:111122223333:certificate/a' }, /us-east-1/],
  ])('is refused with its reason: %j', (context, sentence) => {
    expect(() => synthesize(context)).toThrow(sentence)
  })
})

describe('protected data', () => {
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

  it('is followed by lists from snapshots that leave nothing behind', () => {
    const [, bucket] = ofType(one.data, 'AWS::S3::Bucket').find(([id]) => id.startsWith('Snapshots')) ?? []
    expect(bucket?.Properties).not.toHaveProperty('VersioningConfiguration')
    expect(bucket?.Properties).toMatchObject({
      PublicAccessBlockConfiguration: { BlockPublicAcls: true, RestrictPublicBuckets: true },
      BucketEncryption: {
        ServerSideEncryptionConfiguration: [{ ServerSideEncryptionByDefault: { SSEAlgorithm: 'aws:kms' } }],
      },
      LifecycleConfiguration: {
        Rules: [{ ExpirationInDays: 3, AbortIncompleteMultipartUpload: { DaysAfterInitiation: 1 }, Status: 'Enabled' }],
      },
    })
    expect(bucket?.Properties).toHaveProperty('LoggingConfiguration')
  })

  it('changes only after its layout was compared', () => {
    const [[id, layout] = []] = ofType(one.data, 'Custom::TableLayout')
    expect(layout?.Properties).toMatchObject({ layout: tableLayout })
    expect(table?.DependsOn).toContain(id)
    const guard = ofType(one.data, 'AWS::Lambda::Function').find(([each]) => each.startsWith('LayoutGuard'))?.[1]
    const module: { exports: { handler?: unknown } } = { exports: {} }
    const { ZipFile: code } = (guard?.Properties.Code ?? {}) as { ZipFile?: string }
    runInNewContext(code ?? '', { module })
    expect(module.exports.handler).toBeTypeOf('function')
    const role = ofType(one.data, 'AWS::IAM::Role').find(([each]) => each.startsWith('LayoutRole'))?.[1]
    expect(Object.keys(role?.Properties ?? {})).toEqual(['AssumeRolePolicyDocument'])
    expect(JSON.stringify(ofType(one.data, 'AWS::IAM::Policy'))).not.toContain('LayoutRole')
  })

  it('stays when the stack is deleted', () => {
    const kept = ['DynamoDB::Table', 'S3::Bucket', 'KMS::Key', 'Cognito::UserPool', 'SecretsManager::Secret']
    for (const type of [...kept, 'Backup::BackupVault'])
      for (const [id, { DeletionPolicy }] of ofType(one.data, `AWS::${type}`)) expect(DeletionPolicy, id).toBe('Retain')
  })

  it('signs in only invited people, by their role', () => {
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
