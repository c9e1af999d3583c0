/** One overloaded index: its name and the attributes of its key. */
export interface TableIndex {
  readonly name: string
  readonly partition: string
  readonly sort: string
}

/**
 * The overloaded indexes. The first six share the sort attribute `s1`, the last has `s2`, so a record contains
 * the value it is ordered by once per order and not once per index.
 */
export const indexes: readonly TableIndex[] = [1, 2, 3, 4, 5, 6, 7].map((number) => ({
  name: `index${number}`,
  partition: `p${number}`,
  sort: number <= 6 ? 's1' : 's2',
}))

/** Attribute that names the second at which an item may be dropped by the store itself. */
export const expiryAttribute = 'expires'

/** Attributes of an index besides its keys: exactly the columns of a list. */
export const projected = ['row'] as const

/** The table as CreateTable takes it; the same words make the CDK table. */
export const tableDefinition = (name: string) => ({
  TableName: name,
  BillingMode: 'PAY_PER_REQUEST' as const,
  AttributeDefinitions: [...new Set(['pk', 'sk', ...indexes.flatMap((index) => [index.partition, index.sort])])].map(
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
    Projection: { ProjectionType: 'INCLUDE' as const, NonKeyAttributes: [...projected] },
  })),
})
