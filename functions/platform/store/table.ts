/** An index of the table: its name, the attributes of its key, and the attributes it holds besides. */
export interface TableIndex {
  readonly name: string
  readonly partition: string
  readonly sort: string
  readonly holds: readonly string[]
}

/** Every record at its latest change, by the instant of that change: what the projection follows. */
export const changesIndex: TableIndex = { name: 'changes', partition: 'cp', sort: 'cs', holds: ['v', 'row'] }

/** Records that wait for a time, by that time: what ticks read. Sparse, with keys only. */
export const dueIndex: TableIndex = { name: 'due', partition: 'dp', sort: 'ds', holds: [] }

/** The indexes of the table. */
export const indexes: readonly TableIndex[] = [changesIndex, dueIndex]

/** Attribute that names the second at which an item may be dropped by the store itself. */
export const expiryAttribute = 'expires'

/** The number of the form in which items are written; a table of another number is not read. */
export const tableLayout = 4

const projectionOf = ({ holds }: TableIndex) =>
  holds.length > 0
    ? { ProjectionType: 'INCLUDE' as const, NonKeyAttributes: [...holds] }
    : { ProjectionType: 'KEYS_ONLY' as const }

/** The table as CreateTable takes it; the same words make the CDK table. */
export const tableDefinition = (name: string) => ({
  TableName: name,
  BillingMode: 'PAY_PER_REQUEST' as const,
  AttributeDefinitions: ['pk', 'sk', ...indexes.flatMap(({ partition, sort }) => [partition, sort])].map(
    (attribute) => ({ AttributeName: attribute, AttributeType: 'S' as const }),
  ),
  KeySchema: [
    { AttributeName: 'pk', KeyType: 'HASH' as const },
    { AttributeName: 'sk', KeyType: 'RANGE' as const },
  ],
  GlobalSecondaryIndexes: indexes.map((index) => ({
    IndexName: index.name,
    KeySchema: [
      { AttributeName: index.partition, KeyType: 'HASH' as const },
      { AttributeName: index.sort, KeyType: 'RANGE' as const },
    ],
    Projection: projectionOf(index),
  })),
})
