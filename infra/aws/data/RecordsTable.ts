import { RemovalPolicy, Stack } from 'aws-cdk-lib'
import { CfnTable } from 'aws-cdk-lib/aws-dynamodb'
import type { IKey } from 'aws-cdk-lib/aws-kms'
import { Construct } from 'constructs'
import { expiryAttribute, type TableIndex, tableDefinition } from '#functions/platform/store/table.ts'
import { accept } from '../accept.ts'
import type { RestoredTable } from '../restoredTable.ts'

const definition = tableDefinition('')

/**
 * Units a second that the table and each index take at the most, so that a loop or a flood cannot run up a bill: at the
 * ceiling all day, reads cost about 220 dollars and writes 540. A thousand people at work need a tenth of it.
 */
export const ceiling = { maxReadRequestUnits: 20_000, maxWriteRequestUnits: 10_000 } as const

const keySchema = (keys: readonly { AttributeName: string; KeyType: string }[]) =>
  keys.map((key) => ({ attributeName: key.AttributeName, keyType: key.KeyType }))

/**
 * The one table, from its definition; kept when the stack is deleted. After a restore the name and the ARNs are those of the
 * restored table, and the one of this stack stays as it is.
 */
export class RecordsTable extends Construct {
  readonly name: string
  readonly arn: string
  readonly streamArn: string

  constructor(scope: Construct, id: string, key: IKey, restored?: RestoredTable) {
    super(scope, id)
    const table = new CfnTable(this, 'Table', {
      billingMode: definition.BillingMode,
      onDemandThroughput: ceiling,
      attributeDefinitions: definition.AttributeDefinitions.map((attribute) => ({
        attributeName: attribute.AttributeName,
        attributeType: attribute.AttributeType,
      })),
      keySchema: keySchema(definition.KeySchema),
      globalSecondaryIndexes: definition.GlobalSecondaryIndexes.map((index) => ({
        indexName: index.IndexName,
        onDemandThroughput: ceiling,
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
    if (restored)
      accept(table, {
        'HIPAA.Security-DynamoDBInBackupPlan':
          'Nothing is written to it after a restore, and the nightly backups are of the restored table.',
      })
    // CloudFormation keeps a value that another stack still imports: on the way to a restored table and on the way back.
    for (const value of [table.ref, table.attrArn, table.attrStreamArn]) Stack.of(this).exportValue(value)
    this.name = restored?.name ?? table.ref
    this.arn = restored?.arn ?? table.attrArn
    this.streamArn = restored?.streamArn ?? table.attrStreamArn
  }

  /** The ARN of an index, so that no right needs a wildcard. */
  indexArn({ name }: TableIndex): string {
    return `${this.arn}/index/${name}`
  }
}
