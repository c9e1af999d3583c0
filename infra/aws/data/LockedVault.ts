import { Duration, RemovalPolicy } from 'aws-cdk-lib'
import { BackupVault } from 'aws-cdk-lib/aws-backup'
import type { IKey } from 'aws-cdk-lib/aws-kms'
import type { Construct } from 'constructs'

/**
 * Days for which a backup is kept, the same as point-in-time recovery reaches back: what an erasure takes from a person stays
 * in backups until then, and no longer. A copy is kept a day less, because it is made hours later.
 */
export const keptDays = { backup: 35, copy: 34 } as const

/** Days for which nobody without the right over locks deletes a backup. */
const leastDays = 7

/**
 * A vault that refuses to delete backups early or to keep them for longer. Without `lockDays` an administrator of the account
 * can take the lock off (governance); with it nobody can after so many days, not even AWS (compliance).
 */
export class LockedVault extends BackupVault {
  constructor(scope: Construct, id: string, backupVaultName: string, encryptionKey: IKey, lockDays?: number) {
    super(scope, id, {
      ...{ backupVaultName, encryptionKey, removalPolicy: RemovalPolicy.RETAIN },
      lockConfiguration: {
        minRetention: Duration.days(leastDays),
        maxRetention: Duration.days(keptDays.backup),
        changeableFor: lockDays === undefined ? undefined : Duration.days(lockDays),
      },
    })
  }
}
