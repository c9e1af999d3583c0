import { statSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { handler } from '#functions/lambdas/schedules.ts'
import { anchorFrom } from '#functions/platform/store/audit/anchor.ts'
import { anchorFiles, anchorFolder } from '#functions/platform/store/audit/anchorFiles.ts'
import { auditStateKey } from '#functions/platform/store/keys.ts'
import { getItem } from '#functions/platform/store/read.ts'
import { anchorHeads, isAnchorDue } from '#functions/system/audit/anchorHeads.ts'
import { acceptRestore } from '#functions/system/operations.ts'
import { useTable } from '#test/support/table.ts'
import { anchorNames, change, drop, found, itemsOf, livedCase, put, readAnchor } from './auditScene.ts'

const world = useTable()
const tick = (at: string) => handler({ tick: 'audit-anchor', at })
const newest = () => anchorFrom(readAnchor(anchorNames().at(-1) ?? ''))
const day = (number: number, month = '11') => `2031-${month}-${String(number).padStart(2, '0')}T08:00:00.000Z`

test('the first run of a day anchors what changed, and a day on which nothing ran is made up for', async () => {
  const id = await livedCase(world().siteId)
  await tick(day(3))
  expect(newest()).toMatchObject({ number: 1, isWhole: true, previous: '' })
  await change(id, 3)
  expect(await tick(day(3))).toEqual({ anchored: 0 })
  await tick(day(7))
  expect(newest()).toMatchObject({ number: 2, isWhole: false })
  expect(newest()?.heads.filter((head) => head.id === id)).toMatchObject([{ version: 4 }])
  expect(await tick(day(7))).toEqual({ anchored: 0 })
  expect(await found()).toEqual([])
})

test.each([
  [undefined, true],
  ['2031-11-03T23:59:00.000Z', false],
  ['2031-11-02T23:59:00.000Z', true],
  // A clock that was set back does not keep a day from its anchor.
  ['2031-11-04T00:00:00.000Z', true],
])('an anchor after one of %s is due on the third: %s', (at, isDue) => {
  expect(isAnchorDue({ at }, day(3))).toBe(isDue)
})

test('the first one of a month has every head, those of records too that are gone from the table and from its index', async () => {
  const [gone, quiet] = [await livedCase(world().siteId), await livedCase(world().siteId)]
  await tick(day(20))
  for (const item of await itemsOf(gone)) await drop(item)
  await tick(day(2, '12'))
  const { isWhole, heads = [] } = newest() ?? {}
  expect(isWhole).toBe(true)
  for (const id of [gone, quiet]) expect(heads.filter((head) => head.id === id)).toHaveLength(1)
  expect(await found()).toEqual([`${gone} version 3: removed`])
})

test('a process that stopped after it wrote an anchor and before it noted it writes the next one after it', async () => {
  await tick(day(3, '12'))
  const noted = (await getItem(auditStateKey)) ?? {}
  await tick(day(4, '12'))
  await put(noted)
  const lines = await found()
  await tick(day(5, '12'))
  expect(anchorNames().length).toBe(Number(noted.last) + 2)
  expect(await found()).toEqual(lines)
})

test('an anchor is readable only, and none takes the place of another', async () => {
  const name = anchorNames()[0] ?? ''
  expect(statSync(join(anchorFolder(process.env.AUDIT_FOLDER ?? ''), name)).mode & 0o777).toBe(0o400)
  const before = readAnchor(name)
  expect(await anchorFiles().writeNew(1, Buffer.from('other'))).toBe(false)
  expect(readAnchor(name)).toEqual(before)
  expect(anchorNames().every((each) => each.endsWith('.gz'))).toBe(true)
})

test('after a restore from a copy the anchors of what came later are looked for no more, and all else still is', async () => {
  const [kept, later] = [await livedCase(world().siteId), await livedCase(world().siteId, 0)]
  const copy = await itemsOf(kept)
  await anchorHeads(day(6, '12'))
  await change(kept, 3)
  await anchorHeads(day(7, '12'))
  for (const item of [...(await itemsOf(kept)), ...(await itemsOf(later))]) await drop(item)
  for (const item of copy) await put(item)
  const lines = await found()
  expect(lines).toEqual(expect.arrayContaining([`${kept} version 4: rewritten`, `${later} version 1: removed`]))
  await acceptRestore()
  expect(await found()).toEqual([])
  await change(kept, 3)
  await anchorHeads(day(8, '12'))
  expect(await found()).toEqual([])
  for (const item of await itemsOf(kept)) await drop(item)
  expect(await found()).toEqual([`${kept} version 4: removed`])
})
