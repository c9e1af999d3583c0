import { Fn, RemovalPolicy } from 'aws-cdk-lib'
import { Alias, Key, KeySpec, KeyUsage } from 'aws-cdk-lib/aws-kms'
import { Construct } from 'constructs'

/**
 * The keys that sign history: HMAC-SHA-256 under bits that never leave KMS. KMS turns no such key by itself; a further one is
 * added by context (`auditKeys`), signs from then on, and those before it still verify what they signed.
 */
export class AuditKey extends Construct {
  /** The ARN of the key that signs. */
  readonly signingArn: string
  /** The ARNs of all keys with commas between, the oldest first. */
  readonly arns: string

  constructor(scope: Construct, id: string, stage: string, count: number) {
    super(scope, id)
    const keys = Array.from({ length: count }, (_, index) => this.keyOf(stage, index + 1))
    this.arns = Fn.join(
      ',',
      keys.map((key) => key.keyArn),
    )
    this.signingArn = keys.at(-1)?.keyArn ?? ''
  }

  private keyOf(stage: string, number: number): Key {
    const key = new Key(this, `Key${number}`, {
      description: `Redress ${stage}: signs history, key ${number}`,
      keySpec: KeySpec.HMAC_256,
      keyUsage: KeyUsage.GENERATE_VERIFY_MAC,
      // Without it, nobody could tell the true history from another one.
      removalPolicy: RemovalPolicy.RETAIN,
    })
    new Alias(this, `Alias${number}`, { aliasName: `alias/redress-${stage}-audit-${number}`, targetKey: key })
    return key
  }
}
