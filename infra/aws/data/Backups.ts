import { ArnFormat, Duration, Stack } from 'aws-cdk-lib'
import {
  BackupPlan,
  type BackupPlanCopyActionProps,
  BackupPlanRule,
  BackupResource,
  BackupVault,
} from 'aws-cdk-lib/aws-backup'
import { Schedule } from 'aws-cdk-lib/aws-events'
import { ManagedPolicy, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam'
import type { IKey } from 'aws-cdk-lib/aws-kms'
import { Construct } from 'constructs'
import { accept } from '../accept.ts'
import { copiesVaultName } from '../CopiesStack.ts'
import type { Deployment } from '../deployment.ts'
import { keptDays, LockedVault } from './LockedVault.ts'

/** The policies that AWS keeps for AWS Backup: for tables, and for buckets. */
const policies = ['service-role/AWSBackupServiceRolePolicyForBackup', 'AWSBackupServiceRolePolicyForS3Backup']

/** The name of the vault of a stage, by which its metrics are found too. */
export const vaultNameOf = (stage: string): string => `redress-${stage}`

/** The role by which AWS Backup reads what it copies. */
export class BackupRole extends Role {
  constructor(scope: Construct, id: string) {
    super(scope, id, {
      assumedBy: new ServicePrincipal('backup.amazonaws.com'),
      managedPolicies: policies.map((name) => ManagedPolicy.fromAwsManagedPolicyName(name)),
    })
    const reason = 'The role of AWS Backup itself: the policy AWS keeps for it names the actions its service needs.'
    accept(
      this,
      Object.fromEntries(
        policies.map((name) => [`AwsSolutions-IAM4[Policy::arn:<AWS::Partition>:iam::aws:policy/${name}]`, reason]),
      ),
    )
  }
}

/** A backup of the table and of the files each night, in a locked vault, with a copy in another region or account. */
export class Backups extends Construct {
  constructor(scope: Construct, id: string, deployment: Deployment, key: IKey, role: Role, arns: readonly string[]) {
    super(scope, id)
    const { stage, vaultLockDays } = deployment
    const plan = new BackupPlan(this, 'Plan', {
      backupVault: new LockedVault(this, 'Vault', vaultNameOf(stage), key, vaultLockDays),
      backupPlanRules: [
        new BackupPlanRule({
          ruleName: 'nightly',
          scheduleExpression: Schedule.cron({ hour: '1', minute: '0' }),
          startWindow: Duration.hours(1),
          completionWindow: Duration.hours(6),
          deleteAfter: Duration.days(keptDays.backup),
          copyActions: this.copyActions(deployment),
        }),
      ],
    })
    plan.addSelection('Records', { role, resources: arns.map((arn) => BackupResource.fromArn(arn)) })
  }

  private copyActions({ stage, backupRegion, backupAccountVaultArn }: Deployment): BackupPlanCopyActionProps[] {
    const own =
      backupRegion &&
      Stack.of(this).formatArn({
        ...{ service: 'backup', region: backupRegion, resource: 'backup-vault' },
        ...{ resourceName: copiesVaultName(stage), arnFormat: ArnFormat.COLON_RESOURCE_NAME },
      })
    return [own, backupAccountVaultArn].flatMap((arn, index) =>
      arn
        ? [
            {
              destinationBackupVault: BackupVault.fromBackupVaultArn(this, `Copies${index}`, arn),
              deleteAfter: Duration.days(keptDays.copy),
            },
          ]
        : [],
    )
  }
}
