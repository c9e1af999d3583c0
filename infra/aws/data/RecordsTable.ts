import { RemovalPolicy } from 'aws-cdk-lib'
import { CfnTable } from 'aws-cdk-lib/aws-dynamodb'
import type { IKey } from 'aws-cdk-lib/aws-kms'
import { Construct } from 'constructs'
import { expiryAttribute, type TableIndex, tableDefinition } from '#functions/platform/store/table.ts'

const definition = tableDefinition('')

const keySchema = (keys: readonly { AttributeName: string; KeyType: string }[]) =>
  keys.map((key) => ({ attributeName: key.AttributeName, keyType: key.KeyType }))

/** The one table, from its definition; kept when the stack is deleted. */
export class RecordsTable extends Construct {
  readonly name: string
  readonly arn: string
  readonly streamArn: string

  constructor(scope: Construct, id: string, key: IKey) {
    super(scope, id)
    const table = new CfnTable(this, 'Table', {
      billingMode: definition.BillingMode,
      attributeDefinitions: definition.AttributeDefinitions.map((attribute) => ({
        attributeName: attribute.AttributeName,
        attributeType: attribute.AttributeType,
      })),
      keySchema: keySchema(definition.KeySchema),
      globalSecondaryIndexes: definition.GlobalSecondaryIndexes.map((index) => ({
        indexName: index.IndexName,
        keySchema: keySchema(index.KeySchema),
        projection: {
          projectionType: index.Projection.ProjectionType,
          ...('NonKeyAttributes' in index.Projection && { nonKeyAttributes: index.Projection.NonKeyAttributes }),
        },
      })),
      timeToLiveSpecification: { attributeName: expiryAttribute, enabled: true },
      streamSpecification: { streamViewType: 'NEW_IMAGE' },
      pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true, recoveryPeriodInDays: 35 },
      sseSpecification: { sseEnabled: true, sseType: 'KMS', kmsMasterKeyId: key.keyArn },
      deletionProtectionEnabled: true,
    })
    table.applyRemovalPolicy(RemovalPolicy.RETAIN)
    this.name = table.ref
    this.arn = table.attrArn
    this.streamArn = table.attrStreamArn
  }

  /** The ARN of an index, so that no right needs a wildcard. */
  indexArn({ name }: TableIndex): string {
    return `${this.arn}/index/${name}`
  }
}
