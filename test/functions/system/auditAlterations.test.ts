import fc from 'fast-check'
import { beforeAll, expect, test } from 'vitest'
import { entryFrom } from '#functions/platform/store/history.ts'
import { fromItem } from '#functions/platform/store/item.ts'
import { historyKey } from '#functions/platform/store/keys.ts'
import { textOfBytes } from '#functions/platform/store/packing/bytes.ts'
import { packed, unpacked } from '#functions/platform/store/packing/packed.ts'
import { getItem } from '#functions/platform/store/read.ts'
import { anchorHeads } from '#functions/system/audit/anchorHeads.ts'
import { canonical } from '#shared/values/canonical.ts'
import { useTable } from '#test/support/table.ts'
import {
  allItems,
  anchorNames,
  change,
  drop,
  found,
  livedCase,
  put,
  putAnchor,
  type RawItem,
  readAnchor,
} from './auditScene.ts'

const world = useTable()
const historyPrefix = historyKey('', 0).pk
let items: RawItem[] = []

const isHistory = ({ pk }: RawItem) => String(pk).startsWith(historyPrefix)
const isOfCase = ({ pk, sk }: RawItem) => sk === 'A' && String(pk).startsWith('case_')

beforeAll(async () => {
  for (const changes of [0, 1, 3]) await livedCase(world().siteId, changes)
  await anchorHeads(new Date().toISOString())
  const id = await livedCase(world().siteId)
  await anchorHeads(new Date().toISOString())
  await change(id, 3)
  await anchorHeads(new Date().toISOString())
  items = (await allItems()).filter((item) => isHistory(item) || isOfCase(item))
  expect(await found()).toEqual([])
})

/** Attributes that say something of an entry or of a record; those of the indexes follow from them. */
const attributesOf = (item: RawItem) =>
  Object.keys(item).filter((name) => !['pk', 'sk', 'cp', 'cs', 'dp', 'ds'].includes(name))

/** What an item says, however it is packed. */
function meaningOf(item: RawItem): string {
  try {
    return canonical([isHistory(item) ? entryFrom(item) : fromItem(item), textOfBytes(item.mac), item.v])
  } catch {
    return 'unreadable'
  }
}

/** A value of an attribute that is another one: a bit is turned, something is added to what is packed, or it is gone. */
function altered(value: unknown, position: number): unknown {
  if (typeof value === 'number') return value + 1 + position
  const content = unpackable(value)
  if (position % 3 === 0 && content) return packed({ ...content, actorName: 'Somebody else', status: 'closed' })
  if (typeof value === 'string') return value.replace(/"(\w)/, '"$1$1')
  if (!(value instanceof Uint8Array) || position % 7 === 1) return undefined
  return value.map((byte, index) => (index === position % value.length ? byte ^ (1 << (position % 8)) : byte))
}

function unpackable(value: unknown): object | undefined {
  try {
    const content = unpacked(value)
    return typeof content === 'object' && content !== null ? content : undefined
  } catch {
    return undefined
  }
}

test('any alteration of any entry of history or any record is found', async () => {
  const places = items.flatMap((item) => attributesOf(item).map((name) => [item, name] as const))
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...places), fc.nat(2000), async ([item, name], position) => {
      const other = { ...item, [name]: altered(item[name], position) }
      fc.pre(meaningOf(other) !== meaningOf(item))
      await put(other)
      const lines = await found()
      await put(item)
      expect(lines.join()).toContain(String(item.pk).replace(historyPrefix, ''))
    }),
    { numRuns: process.env.REDRESS_FULL === '1' ? 600 : 80 },
  )
  expect(await found()).toEqual([])
})

test('any entry of history or any record that is gone, or stands elsewhere, is found', async () => {
  const runs = { numRuns: process.env.REDRESS_FULL === '1' ? 200 : 40 }
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...items), fc.constantFrom(...items), async (item, other) => {
      const before = await getItem({ pk: String(other.pk), sk: String(other.sk) })
      await drop(item)
      if (item !== other) await put({ ...item, pk: other.pk, sk: other.sk })
      const lines = await found()
      await put(item)
      await put(before ?? item)
      expect(lines.length).toBeGreaterThan(0)
    }),
    runs,
  )
  expect(await found()).toEqual([])
})

test('any byte of any anchor that is another one is found', async () => {
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...anchorNames()), fc.nat(), fc.nat(7), async (name, position, bit) => {
      const bytes = readAnchor(name)
      const other = Buffer.from(bytes)
      other.writeUInt8(other.readUInt8(position % other.length) ^ (1 << bit), position % other.length)
      putAnchor(name, other)
      const lines = await found()
      putAnchor(name, bytes)
      expect(lines.join()).toContain(`anchor ${Number.parseInt(name, 10)}: altered`)
    }),
    { numRuns: 40 },
  )
  expect(await found()).toEqual([])
})
