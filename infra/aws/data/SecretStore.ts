import { RemovalPolicy } from 'aws-cdk-lib'
import type { IKey } from 'aws-cdk-lib/aws-kms'
import { Secret } from 'aws-cdk-lib/aws-secretsmanager'
import { Construct } from 'constructs'
import { accept } from '../accept.ts'

/** Names of the secrets. */
export type SecretName = 'TOKEN_PEPPER' | 'CURSOR_SECRET'

/** Generated secrets: the pepper of survey tokens and the key that signs cursors. */
export class SecretStore extends Construct {
  readonly byName: Readonly<Record<SecretName, Secret>>

  constructor(scope: Construct, id: string, key: IKey) {
    super(scope, id)
    const secret = (name: string, description: string, reason: string) => {
      const created = new Secret(this, name, {
        description,
        encryptionKey: key,
        generateSecretString: { passwordLength: 64, excludePunctuation: true },
        removalPolicy: RemovalPolicy.RETAIN,
      })
      accept(created, { 'AwsSolutions-SMG4': reason, 'HIPAA.Security-SecretsManagerRotationEnabled': reason })
      return created
    }
    this.byName = {
      TOKEN_PEPPER: secret(
        'TokenPepper',
        'Redress: pepper of survey tokens',
        'Tokens are stored only as their peppered hash, so a turned pepper would close every survey link that is out.',
      ),
      CURSOR_SECRET: secret(
        'CursorSecret',
        'Redress: key that signs list cursors',
        'It guards the shape of a list position, not records; turning it would break the lists people have open.',
      ),
    }
  }
}
