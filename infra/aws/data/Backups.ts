import { Duration, RemovalPolicy } from 'aws-cdk-lib'
import { BackupPlan, BackupPlanRule, BackupResource, BackupVault } from 'aws-cdk-lib/aws-backup'
import { Schedule } from 'aws-cdk-lib/aws-events'
import type { IKey } from 'aws-cdk-lib/aws-kms'
import { Construct } from 'constructs'
import { accept } from '../accept.ts'

/**
 * A backup of the table each night, apart from it, kept as long as point-in-time recovery reaches back: a key of a person that
 * an erasure destroys stays in backups until then, and no longer.
 */
export class Backups extends Construct {
  constructor(scope: Construct, id: string, stage: string, key: IKey, tableArn: string) {
    super(scope, id)
    const backupVault = new BackupVault(this, 'Vault', {
      backupVaultName: `redress-${stage}`,
      encryptionKey: key,
      removalPolicy: RemovalPolicy.RETAIN,
    })
    const plan = new BackupPlan(this, 'Plan', {
      backupVault,
      backupPlanRules: [
        new BackupPlanRule({
          ruleName: 'nightly',
          scheduleExpression: Schedule.cron({ hour: '1', minute: '0' }),
          startWindow: Duration.hours(1),
          completionWindow: Duration.hours(6),
          deleteAfter: Duration.days(35),
        }),
      ],
    })
    const selection = plan.addSelection('Records', { resources: [BackupResource.fromArn(tableArn)] })
    accept(selection, {
      'AwsSolutions-IAM4[Policy::arn:<AWS::Partition>:iam::aws:policy/service-role/AWSBackupServiceRolePolicyForBackup]':
        'The role of AWS Backup itself: the policy AWS keeps for it names the actions its service needs.',
    })
  }
}
