import type { TransactWriteCommandInput } from '@aws-sdk/lib-dynamodb'
import { marshall } from '@aws-sdk/util-dynamodb'

type Writes = NonNullable<TransactWriteCommandInput['TransactItems']>

/**
 * Write units of puts in a transaction by DynamoDB's published rule: two per started KB and item. Item size is the
 * UTF-8 length of names and values, with the documented overhead of maps, lists and numbers.
 */
export const writeUnits = (writes: Writes): number =>
  writes.reduce((sum, { Put }) => sum + (Put ? 2 * Math.ceil(itemSize(Put.Item ?? {}) / 1024) : 2), 0)

/** Size of an item in bytes as DynamoDB bills it. */
export const itemSize = (item: Record<string, unknown>): number =>
  Object.entries(marshall(item, { removeUndefinedValues: true })).reduce(
    (sum, [name, value]) => sum + bytes(name) + sizeOf(value),
    0,
  )

const bytes = (text: string): number => Buffer.byteLength(text)

function sizeOf(value: object): number {
  const [[type, content] = ['NULL', true]] = Object.entries(value)
  if (type === 'S') return bytes(content)
  if (type === 'N') return Math.ceil(content.replace(/[-.]/g, '').length / 2) + 1
  if (type === 'L') return 3 + content.reduce((sum: number, each: object) => sum + 1 + sizeOf(each), 0)
  if (type === 'M')
    return 3 + Object.entries(content).reduce((sum, [name, each]) => sum + 1 + bytes(name) + sizeOf(Object(each)), 0)
  return 1
}
