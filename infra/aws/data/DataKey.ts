import { RemovalPolicy } from 'aws-cdk-lib'
import { Alias, Key } from 'aws-cdk-lib/aws-kms'
import { Construct } from 'constructs'

/** The customer's own key of records, files, secrets and backups; rotated yearly and kept when the stack is deleted. */
export class DataKey extends Construct {
  readonly key: Key

  constructor(scope: Construct, id: string, stage: string) {
    super(scope, id)
    this.key = new Key(this, 'Key', {
      description: `Redress ${stage}: records, files, secrets and backups`,
      enableKeyRotation: true,
      removalPolicy: RemovalPolicy.RETAIN,
    })
    new Alias(this, 'Alias', { aliasName: `alias/redress-${stage}-data`, targetKey: this.key })
  }
}
