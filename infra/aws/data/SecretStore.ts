import { RemovalPolicy } from 'aws-cdk-lib'
import type { IKey } from 'aws-cdk-lib/aws-kms'
import { Secret, type SecretProps } from 'aws-cdk-lib/aws-secretsmanager'
import { Construct } from 'constructs'
import { accept } from '../accept.ts'
import { type Deployment, edgeRegion } from '../deployment.ts'

/** Names of the secrets. */
export type SecretName = 'TOKEN_PEPPER' | 'CURSOR_SECRET' | 'ORIGIN_SECRET'

/** The name of the secret by which functions know CloudFront, in this region and at the edge. */
export const originSecretName = (stage: string): string => `redress-${stage}-origin`

/** Generated secrets: the pepper of survey tokens, the key that signs cursors, and what CloudFront sends to the functions. */
export class SecretStore extends Construct {
  readonly byName: Readonly<Record<SecretName, Secret>>

  constructor(scope: Construct, id: string, key: IKey, { stage, region, backupRegion }: Deployment) {
    super(scope, id)
    const secret = (name: string, description: string, reason: string, differences: SecretProps = {}) => {
      const created = new Secret(this, name, {
        description,
        encryptionKey: key,
        generateSecretString: { passwordLength: 64, excludePunctuation: true },
        removalPolicy: RemovalPolicy.RETAIN,
        ...differences,
      })
      accept(created, { 'AwsSolutions-SMG4': reason, 'HIPAA.Security-SecretsManagerRotationEnabled': reason })
      return created
    }
    this.byName = {
      TOKEN_PEPPER: secret(
        'TokenPepper',
        'Redress: pepper of survey tokens',
        'Tokens are stored only as their peppered hash, so a turned pepper would close every survey link that is out.',
        // With it, links stay valid when this region is lost.
        { replicaRegions: backupRegion === undefined ? undefined : [{ region: backupRegion }] },
      ),
      CURSOR_SECRET: secret(
        'CursorSecret',
        'Redress: key that signs list cursors',
        'It guards the shape of a list position, not records; turning it would break the lists people have open.',
      ),
      ORIGIN_SECRET: secret(
        'OriginSecret',
        'Redress: what CloudFront sends so that functions know it',
        'CloudFront takes a new value by a deployment only, so it is exchanged by hand while two values hold.',
        {
          secretName: originSecretName(stage),
          // The stack at the edge reads it there.
          replicaRegions: region === edgeRegion ? undefined : [{ region: edgeRegion }],
        },
      ),
    }
  }
}
