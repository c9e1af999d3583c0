import { gunzipSync, gzipSync } from 'node:zlib'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { anchorHash } from '#functions/platform/store/audit/anchor.ts'
import { entryFrom, hashOf, historyItem, macIn } from '#functions/platform/store/history.ts'
import { auditStateKey, historyKey, recordKey } from '#functions/platform/store/keys.ts'
import { bytesOf } from '#functions/platform/store/packing/bytes.ts'
import { getItem } from '#functions/platform/store/read.ts'
import { anchorHeads } from '#functions/system/audit/anchorHeads.ts'
import { useTable } from '#test/support/table.ts'
import {
  allItems,
  anchorNames,
  change,
  drop,
  found,
  historyOf,
  itemsOf,
  livedCase,
  put,
  putAnchor,
  readAnchor,
} from './auditScene.ts'

const world = useTable()
let before: Awaited<ReturnType<typeof allItems>> = []
let anchors = new Map<string, Buffer>()
let id = ''

beforeEach(async () => {
  id = await livedCase(world().siteId)
  await anchorHeads(new Date().toISOString())
  expect(await found()).toEqual([])
  before = await allItems()
  anchors = new Map(anchorNames().map((name) => [name, readAnchor(name)]))
})

afterEach(async () => {
  const known = new Set(before.map(({ pk, sk }) => `${pk} ${sk}`))
  const added = (await allItems()).filter(({ pk, sk }) => !known.has(`${pk} ${sk}`))
  await Promise.all([...added.map(drop), ...before.map(put)])
  for (const name of anchorNames()) putAnchor(name, undefined)
  for (const [name, bytes] of anchors) putAnchor(name, bytes)
  expect(await found()).toEqual([])
})

/** Forges the actor of an entry and computes every hash after it again, as far as that goes without the key. */
async function forgeActor(version: number): Promise<void> {
  let previousHash: string | undefined
  for (const item of await historyOf(id)) {
    const { hash: _hash, ...entry } = entryFrom(item)
    if (entry.version < version) continue
    const actor = entry.version === version ? { actorId: 'user_01J', actorName: 'Somebody else' } : {}
    const forged = { ...entry, ...actor, previousHash: previousHash ?? entry.previousHash }
    previousHash = hashOf(forged)
    await put(historyItem(forged, macIn(item)))
  }
  await put({ ...(await getItem(recordKey(id))), hash: bytesOf(previousHash ?? '') })
}

test('a forged actor is found, though every hash was computed again', async () => {
  await forgeActor(2)
  expect(await found()).toEqual([`${id} version 2: forged`, `${id} version 3: forged`, `${id} version 3: rewritten`])
})

test('a record that was removed with its history, its unique values and its events is found', async () => {
  for (const item of await itemsOf(id)) await drop(item)
  expect(await found()).toEqual([`${id} version 3: removed`])
})

test('a record that was set back to an earlier version, with its history cut, is found', async () => {
  const earlier = (await itemsOf(id)).filter(({ sk }) => sk === 'A')
  await change(id, 3)
  await anchorHeads(new Date().toISOString())
  await drop({ ...historyKey(id, 4) })
  for (const item of earlier) await put(item)
  expect(await found()).toEqual([`${id} version 4: rewritten`])
})

test('two records that exchanged their histories are found, wherever their items say that they belong', async () => {
  const other = await livedCase(world().siteId)
  const [mine, theirs] = [await historyOf(id), await historyOf(other)]
  const [record, otherRecord] = [await getItem(recordKey(id)), await getItem(recordKey(other))]
  for (const item of mine) await put({ ...item, pk: historyKey(other, 0).pk })
  for (const item of theirs) await put({ ...item, pk: historyKey(id, 0).pk })
  await put({ ...record, pk: other })
  await put({ ...otherRecord, pk: id })
  const lines = await found()
  for (const each of [id, other]) expect(lines).toContain(`${each} version 1: forged`)
  expect(lines).toContain(`${id} version 3: rewritten`)
})

test('an entry that takes the place of another one of the same record is found', async () => {
  const [first, second] = await historyOf(id)
  await put({ ...second, sk: first?.sk })
  await put({ ...first, sk: second?.sk })
  expect(await found()).toEqual(expect.arrayContaining([`${id} version 1: forged`, `${id} version 2: forged`]))
})

test('an entry without a MAC, with a short one, or under a key that nobody has, is found', async () => {
  const [, item = {}] = await historyOf(id)
  for (const mac of [undefined, new Uint8Array(), new Uint8Array(31), new Uint8Array(32), 'text']) {
    await put({ ...item, mac })
    expect(await found()).toContain(`${id} version 2: forged`)
  }
  await put(historyItem({ ...entryFrom(item), key: 7 }, macIn(item)))
  expect(await found()).toContain(`${id} version 2: forged`)
})

test('an anchor that says something else is found, the newest one too, and though the table was changed with it', async () => {
  const name = anchorNames().at(-1) ?? ''
  const number = Number.parseInt(name, 10)
  const lines = gunzipSync(readAnchor(name)).toString().split('\n')
  const other = gzipSync(lines.filter((line) => !line.startsWith(id)).join('\n'))
  putAnchor(name, other)
  expect(await found()).toEqual([`anchor ${number}: altered`])
  await put({ ...(await getItem(auditStateKey)), hash: anchorHash(other) })
  expect(await found()).toEqual([`anchor ${number}: altered`])
  const unreachable = gzipSync(gunzipSync(other).toString().replace('"key":1', '"key":9'))
  putAnchor(name, unreachable)
  await put({ ...(await getItem(auditStateKey)), hash: anchorHash(unreachable) })
  expect(await found()).toEqual([`anchor ${number}: altered`])
})

test('an anchor that is missing is found, the first and the newest one too', async () => {
  await anchorHeads(new Date().toISOString())
  for (const name of [anchorNames()[0] ?? '', anchorNames().at(-1) ?? '']) {
    const bytes = readAnchor(name)
    putAnchor(name, undefined)
    expect(await found()).toEqual([`anchor ${Number.parseInt(name, 10)}: missing`])
    putAnchor(name, bytes)
  }
})
