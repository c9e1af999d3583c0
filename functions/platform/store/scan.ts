import { DescribeTableCommand } from '@aws-sdk/client-dynamodb'
import { ScanCommand } from '@aws-sdk/lib-dynamodb'
import { env } from '#functions/platform/aws/env.ts'
import { store } from './client.ts'

/** One page of a scan, and where the next one begins. */
interface ScanPage {
  Items?: Record<string, unknown>[]
  LastEvaluatedKey?: Record<string, unknown>
}

/**
 * Keys of every item there is, in no order. It reads the whole table, so only a command that a person starts may use it;
 * no function has the right to.
 */
export async function* everyKey(): AsyncGenerator<{ readonly pk: string; readonly sk: string }> {
  for await (const page of pages({ ProjectionExpression: 'pk, sk' }))
    for (const { pk, sk } of page) yield { pk: String(pk), sk: String(sk) }
}

/**
 * Every item of one of some equal parts of the table, page by page; those of a partition follow each other in their order,
 * and no other part has any of them. For commands, as `everyKey`.
 */
export const everyItem = (segment: number, segments: number): AsyncGenerator<Record<string, unknown>[]> =>
  pages({ Segment: segment, TotalSegments: segments })

/** How many items the table has, as the store last counted them, which may be some hours ago. */
export async function itemCount(): Promise<number> {
  const { Table } = await store().send(new DescribeTableCommand({ TableName: env.table }))
  return Table?.ItemCount ?? 0
}

async function* pages(options: {
  ProjectionExpression?: string
  Segment?: number
  TotalSegments?: number
}): AsyncGenerator<Record<string, unknown>[]> {
  let after: Record<string, unknown> | undefined
  do {
    const page: ScanPage = await store().send(
      new ScanCommand({ TableName: env.table, ConsistentRead: true, ExclusiveStartKey: after, ...options }),
    )
    yield page.Items ?? []
    after = page.LastEvaluatedKey
  } while (after)
}
