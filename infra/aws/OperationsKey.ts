import { RemovalPolicy, Stack } from 'aws-cdk-lib'
import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam'
import { Key } from 'aws-cdk-lib/aws-kms'
import { Construct } from 'constructs'

/** The key of logs and alarms. It is not the data's key, so that a reader of logs cannot decrypt records. */
export class OperationsKey extends Construct {
  readonly key: Key

  constructor(scope: Construct, id: string, stage: string) {
    super(scope, id)
    const { region, account, partition } = Stack.of(this)
    this.key = new Key(this, 'Key', {
      description: `Redress ${stage}: logs and alarms`,
      enableKeyRotation: true,
      removalPolicy: RemovalPolicy.DESTROY,
    })
    this.key.addToResourcePolicy(
      new PolicyStatement({
        sid: 'Logs',
        principals: [new ServicePrincipal(`logs.${region}.amazonaws.com`)],
        actions: ['kms:Encrypt', 'kms:Decrypt', 'kms:ReEncrypt*', 'kms:GenerateDataKey*', 'kms:DescribeKey'],
        resources: ['*'],
        conditions: {
          ArnLike: { 'kms:EncryptionContext:aws:logs:arn': `arn:${partition}:logs:${region}:${account}:log-group:*` },
        },
      }),
    )
    this.key.addToResourcePolicy(
      new PolicyStatement({
        sid: 'Alarms',
        principals: ['cloudwatch', 'events'].map((name) => new ServicePrincipal(`${name}.amazonaws.com`)),
        actions: ['kms:Decrypt', 'kms:GenerateDataKey'],
        resources: ['*'],
        conditions: { StringEquals: { 'aws:SourceAccount': account } },
      }),
    )
  }
}
