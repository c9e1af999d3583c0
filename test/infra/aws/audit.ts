import { describe, expect, it } from 'vitest'
import { functionNames } from '#infra/bundle/bundle.ts'
import { environmentIn } from '#test/infra/aws/checks/environment.ts'
import { actionsOf, listed, may, policiesOf, rightsOf } from '#test/infra/aws/checks/statements.ts'
import { deployed, ofType, propertiesOf, synthesize } from './synthesized.ts'

const { data, api, panel } = deployed
const anchorsOf = ({ data: template }: { data: typeof data }) =>
  ofType(template, 'AWS::S3::Bucket').find(([id]) => id.startsWith('AuditAnchors'))?.[1]
const holdersOf = (action: string, bucket?: string) =>
  functionNames.filter((name) => may(rightsOf(api, name), { action, bucket }))

describe('the key of the audit', () => {
  it('makes and checks MACs, never leaves KMS, and stays when the stack is deleted', () => {
    const keys = ofType(data, 'AWS::KMS::Key').filter(([id]) => id.startsWith('AuditKey'))
    expect(keys.map(([, { Properties }]) => Properties)).toMatchObject([
      { KeySpec: 'HMAC_256', KeyUsage: 'GENERATE_VERIFY_MAC' },
    ])
    expect(keys.map(([, { DeletionPolicy }]) => DeletionPolicy)).toEqual(['Retain'])
  })

  it('signs for every function that writes history, and lets none of them do more', () => {
    expect(holdersOf('kms:GenerateMac')).toEqual(functionNames.filter((name) => name !== 'openapi'))
    const others = [data, api, panel].flatMap((template) => policiesOf(template).flatMap(([, each]) => actionsOf(each)))
    expect(others.filter((action) => /Mac$/.test(action) && action !== 'kms:GenerateMac')).toEqual([])
    const statements = rightsOf(api, 'cases').filter(({ Action }) => listed(Action).includes('kms:GenerateMac'))
    expect(statements.map(({ Action }) => Action)).toEqual(['kms:GenerateMac'])
    expect(JSON.stringify(statements)).toContain('AuditKeyKey1')
  })

  it('is followed by another one that signs from then on, and both are told to the functions', () => {
    const two = synthesize({ stage: 'test', auditKeys: '2' })
    const [statement] = rightsOf(two.api, 'cases').filter(({ Action }) => listed(Action).includes('kms:GenerateMac'))
    expect(JSON.stringify(statement)).toContain('AuditKeyKey2')
    expect(JSON.stringify(statement)).not.toContain('AuditKeyKey1')
    const variable = JSON.stringify(environmentIn(two.api, 'cases').AUDIT_KEY_ID)
    expect(variable.indexOf('AuditKeyKey1')).toBeLessThan(variable.indexOf('AuditKeyKey2'))
  })
})

describe('the anchors of the audit', () => {
  it('can be changed or removed by nobody for 400 days, or for as long as a stage says', () => {
    const lock = (days: number) => ({
      ObjectLockEnabled: true,
      ObjectLockConfiguration: { Rule: { DefaultRetention: { Mode: 'COMPLIANCE', Days: days } } },
      VersioningConfiguration: { Status: 'Enabled' },
      PublicAccessBlockConfiguration: { BlockPublicAcls: true, RestrictPublicBuckets: true },
    })
    expect(anchorsOf(deployed)?.Properties).toMatchObject(lock(400))
    expect(anchorsOf(synthesize({ stage: 'test', anchorDays: '7' }))?.Properties).toMatchObject(lock(7))
    expect(anchorsOf(deployed)?.DeletionPolicy).toBe('Retain')
    const rules = propertiesOf(data, 'AWS::S3::Bucket').filter((each) =>
      JSON.stringify(each).includes('audit-anchors/'),
    )
    expect(JSON.stringify(rules)).not.toContain('Expiration')
  })

  it('are written and read by the schedules alone, which can neither remove one nor change its lock', () => {
    const holders = (action: string) =>
      functionNames.filter((name) =>
        rightsOf(api, name).some(
          (each) => listed(each.Action).includes(action) && JSON.stringify(each).includes('AuditAnchors'),
        ),
      )
    for (const action of ['s3:PutObject', 's3:GetObject']) expect(holders(action)).toEqual(['schedules'])
    const granted = rightsOf(api, 'schedules').filter((each) => JSON.stringify(each).includes('AuditAnchors'))
    expect(actionsOf(granted)).toEqual(['s3:GetObject', 's3:PutObject'])
  })
})
