import { expect, test } from 'vitest'
import { contextFor, product } from '#functions/platform/http/context.ts'
import { save } from '#functions/platform/records/save.ts'
import { newMeter } from '#functions/platform/store/client.ts'
import { getRecord } from '#functions/platform/store/read.ts'
import { dueIds } from '#functions/platform/store/readIndex.ts'
import type { AnyRecord, RecordValues } from '#shared/declaration/entity.ts'
import { Case } from '#shared/entities/case.ts'
import { useTable } from '#test/support/table.ts'

useTable({ people: false })
const context = () => contextFor(product, 'demo', '2026-11-20T12:00:00.000Z', 'test')
const idOf = (n: number) => `case_01ARZ3NDEKTSV4RRFFQ69G${String(n).padStart(4, '0')}`
const instant = (minute: number) => new Date(Date.UTC(2026, 10, 20, 8, minute)).toISOString()

/** Writes cases as they are, past their rules. */
async function write(cases: readonly (RecordValues & { n: number })[]): Promise<void> {
  for (let from = 0; from < cases.length; from += 25) {
    const changes = cases.slice(from, from + 25).map(async ({ n, ...values }) => {
      const before = await getRecord(Case, idOf(n), { consistent: true })
      const base: AnyRecord = before?.record ?? { id: idOf(n), version: 0 }
      return { entity: Case, ...(before && { before }), after: { ...base, ...values }, action: 'test' }
    })
    await save(context(), await Promise.all(changes))
  }
}

async function due(now: string, tick = 'deadlines'): Promise<string[]> {
  const ids: string[] = []
  for await (const id of dueIds(tick, now)) ids.push(id)
  return ids
}

test('a tick is given what is due by its instant and nothing else, once each, however many they are', async () => {
  await write(Array.from({ length: 1100 }, (_, n) => ({ n, dueAt: instant(n % 60) })))
  await write(Array.from({ length: 20 }, (_, n) => ({ n: 2000 + n, summary: 'It waits for nothing.' })))
  const ids = await due(instant(29))
  expect(new Set(ids).size).toBe(ids.length)
  const early = Array.from({ length: 1100 }, (_, n) => n).filter((n) => n % 60 <= 29)
  expect(ids.sort()).toEqual(early.map(idOf).sort())
  expect(await due(instant(-1))).toEqual([])
  expect(await due(instant(59), 'survey-invitations')).toEqual([])
})

test('a record waits for the instant it was written with last, and no longer once it has none or is deleted', async () => {
  await write([1, 2, 3, 4].map((n) => ({ n: 3000 + n, dueAt: instant(-60) })))
  expect((await due(instant(-30))).sort()).toEqual([1, 2, 3, 4].map((n) => idOf(3000 + n)))
  await write([
    { n: 3001, dueAt: instant(-20) },
    { n: 3002, dueAt: undefined },
    { n: 3003, deletedAt: instant(0) },
  ])
  expect(await due(instant(-30))).toEqual([idOf(3004)])
  expect((await due(instant(-10))).sort()).toEqual([3001, 3004].map(idOf))
  await write([{ n: 3003, deletedAt: undefined }])
  expect((await due(instant(-30))).sort()).toEqual([3003, 3004].map(idOf))
})

test('a tick that finds nothing reads next to nothing, whatever waits for later', async () => {
  const meter = newMeter()
  for await (const id of dueIds('deadlines', instant(-120), meter)) throw new Error(`${id} is not due`)
  expect(meter.read).toBeLessThanOrEqual(2)
})
