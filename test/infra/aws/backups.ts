import { describe, expect, it } from 'vitest'
import { ofType, propertiesOf, synthesize } from './synthesized.ts'

interface Vault {
  readonly BackupVaultName: string
  readonly LockConfiguration: { MinRetentionDays: number; MaxRetentionDays: number; ChangeableForDays?: number }
}
interface Plan {
  readonly BackupPlan: {
    readonly BackupPlanRule: {
      Lifecycle: object
      CopyActions?: { Lifecycle: object; DestinationBackupVaultArn: unknown }[]
    }[]
  }
}
const stacks = synthesize({ stage: 'test', region: 'eu-west-1' })
const { data, copies } = stacks
const ruleIn = (template: typeof data) =>
  propertiesOf<Plan>(template, 'AWS::Backup::BackupPlan')[0]?.BackupPlan.BackupPlanRule[0]
const vaultsIn = (template: typeof data | undefined) =>
  template ? propertiesOf<Vault>(template, 'AWS::Backup::BackupVault') : []

describe('backups', () => {
  it('hold the records and the files, by a role that AWS Backup alone takes', () => {
    const [selection] = propertiesOf<{ BackupSelection: { Resources: unknown[] } }>(
      data,
      'AWS::Backup::BackupSelection',
    )
    const resources = JSON.stringify(selection?.BackupSelection.Resources)
    expect(selection?.BackupSelection.Resources).toHaveLength(2)
    for (const id of [...ofType(data, 'AWS::DynamoDB::Table'), ...ofType(data, 'AWS::S3::Bucket')].map(([id]) => id))
      if (/^Records|^FilesBucket/.test(id)) expect(resources).toContain(id)
    const role = ofType(data, 'AWS::IAM::Role').find(([id]) => id.startsWith('BackupRole'))?.[1]
    expect(JSON.stringify(role?.Properties)).toContain('AWSBackupServiceRolePolicyForS3Backup')
  })

  it('and their copies are deleted when what an erasure destroys must be gone, and not before', () => {
    const rule = ruleIn(data)
    expect(rule?.Lifecycle).toEqual({ DeleteAfterDays: 35 })
    expect(rule?.CopyActions?.map(({ Lifecycle }) => Lifecycle)).toEqual([{ DeleteAfterDays: 34 }])
    for (const { LockConfiguration } of [...vaultsIn(data), ...vaultsIn(copies)])
      expect(LockConfiguration).toEqual({ MinRetentionDays: 7, MaxRetentionDays: 35 })
  })

  it('are copied to a second region under the same law, under a key of its own', () => {
    const [copy] = ruleIn(data)?.CopyActions ?? []
    expect(JSON.stringify(copy)).toContain(':backup:eu-central-1:')
    expect(vaultsIn(copies)).toMatchObject([{ BackupVaultName: 'redress-test-copies' }])
    expect(JSON.stringify(copy)).toContain(':backup-vault:redress-test-copies')
    expect(ofType(copies ?? data, 'AWS::KMS::Key').every(([, { DeletionPolicy }]) => DeletionPolicy === 'Retain')).toBe(
      true,
    )
    expect(JSON.stringify(propertiesOf(data, 'AWS::SecretsManager::Secret'))).toContain('"Region":"eu-central-1"')
  })

  it('can be locked for everybody, and copied to another account', () => {
    const vault = 'arn:aws:backup:eu-west-1:999999999999:backup-vault:safe'
    const locked = synthesize({ stage: 'test', vaultLockDays: '5', backupAccountVaultArn: vault })
    expect(locked.copies).toBeUndefined()
    expect(vaultsIn(locked.data)[0]?.LockConfiguration.ChangeableForDays).toBe(5)
    expect(ruleIn(locked.data)?.CopyActions).toMatchObject([{ DestinationBackupVaultArn: vault }])
  })

  it.each([
    [{ region: 'me-central-1' }, /Give backupRegion/],
    [{ region: 'eu-west-1', backupRegion: 'eu-west-1' }, /another region/],
    [{ vaultLockDays: '2' }, /three days/],
    [{ backupAccountVaultArn: 'safe' }, /ARN of a vault/],
  ])('are refused with a sentence for %o', (context, sentence) => {
    expect(() => synthesize({ stage: 'test', ...context })).toThrow(sentence)
  })

  it('stay at home in a trial, and where the hospital says so', () => {
    expect(synthesize({ stage: 'dev' }).copies).toBeUndefined()
    const away = { stage: 'test', region: 'me-central-1', backupRegion: 'off' }
    expect(synthesize(away).copies).toBeUndefined()
  })
})
