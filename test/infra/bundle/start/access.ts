import type { AccessRequest } from '#test/infra/aws/checks/statements.ts'

type AttributeKeys = { readonly pk?: { readonly S?: string } }
type Write = { readonly Key?: AttributeKeys; readonly Item?: AttributeKeys }

/** A request to DynamoDB, as far as it says what is touched. */
interface TableRequest extends Write {
  readonly IndexName?: string
  readonly KeyConditionExpression?: string
  readonly ExpressionAttributeValues?: Readonly<Record<string, { readonly S?: string }>>
  readonly RequestItems?: Readonly<Record<string, unknown>>
  readonly TransactItems?: readonly Readonly<Record<string, Write>>[]
}
type BatchKeys = { readonly Keys: readonly AttributeKeys[] } | readonly Readonly<Record<string, Write>>[]

const partitionOf = ({ Key, Item }: Write): string | undefined => (Key ?? Item)?.pk?.S

const queriedPartition = ({
  KeyConditionExpression: expression = '',
  ExpressionAttributeValues: values = {},
}: TableRequest) => values[/= (:\w+)/.exec(expression)?.[1] ?? '']?.S

const partitionsIn = (batch: BatchKeys): (string | undefined)[] =>
  'Keys' in batch
    ? batch.Keys.map((Key) => partitionOf({ Key }))
    : batch.flatMap((each) => Object.values(each).map(partitionOf))

/** What a request to DynamoDB needs rights for: one access per item, since IAM looks at every leading key. */
export function accessesOf(call: string, request: TableRequest): AccessRequest[] {
  const action = `dynamodb:${call}`
  if (call === 'Query') return [{ action, partition: queriedPartition(request), index: request.IndexName }]
  if (call === 'BatchGetItem' || call === 'BatchWriteItem')
    return Object.values(request.RequestItems ?? {}).flatMap((batch) =>
      partitionsIn(batch as BatchKeys).map((partition) => ({ action, partition })),
    )
  if (call === 'TransactWriteItems')
    return (request.TransactItems ?? []).flatMap((item) =>
      Object.entries(item).map(([kind, write]) => ({ action: `dynamodb:${kind}Item`, partition: partitionOf(write) })),
    )
  return [{ action, partition: partitionOf(request) }]
}
