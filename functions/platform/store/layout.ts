import { ScanCommand } from '@aws-sdk/lib-dynamodb'
import { env } from '#functions/platform/aws/env.ts'
import { store } from './client.ts'
import { layoutKey } from './keys.ts'
import { getItem } from './read.ts'
import { tableLayout } from './table.ts'
import { updateItem } from './update.ts'

/**
 * Marks an empty table with the layout of this version, and gives the number of the layout that the table is in: 1 for
 * one that was written before there was a number. No function may call it, for it looks at any item.
 */
export async function layoutOfTable(): Promise<number> {
  const known = (await getItem(layoutKey, { consistent: true }))?.n
  if (known !== undefined) return Number(known)
  const { Items = [] } = await store().send(new ScanCommand({ TableName: env.table, Limit: 1, ConsistentRead: true }))
  if (Items.length > 0) return 1
  await updateItem(layoutKey, { set: { n: tableLayout } })
  return tableLayout
}

/** Whether the table has any item besides the number of its layout. No function may: it reads any item. */
export async function hasItems(): Promise<boolean> {
  const { Items = [] } = await store().send(new ScanCommand({ TableName: env.table, Limit: 2, ConsistentRead: true }))
  return Items.some(({ pk }) => pk !== layoutKey.pk)
}
