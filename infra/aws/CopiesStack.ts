import { RemovalPolicy, Stack, type StackProps } from 'aws-cdk-lib'
import { Key } from 'aws-cdk-lib/aws-kms'
import type { Construct } from 'constructs'
import { LockedVault } from './data/LockedVault.ts'
import type { Deployment } from './deployment.ts'

/** Name of the vault in the other region. */
export const copiesVaultName = (stage: string): string => `redress-${stage}-copies`

/** The second region: a locked vault under a key of its own, for when the first region is lost. */
export class CopiesStack extends Stack {
  constructor(scope: Construct, id: string, { stage, vaultLockDays }: Deployment, props: StackProps) {
    super(scope, id, { ...props, terminationProtection: true, description: 'Redress: copies of the backups' })
    const key = new Key(this, 'Key', {
      description: `Redress ${stage}: copies of the backups`,
      enableKeyRotation: true,
      removalPolicy: RemovalPolicy.RETAIN,
    })
    new LockedVault(this, 'Vault', copiesVaultName(stage), key, vaultLockDays)
  }
}
