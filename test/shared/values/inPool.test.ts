import { expect, test } from 'vitest'
import { inPool } from '#shared/values/inPool.ts'

const soon = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

test('results come in the order of the items, and never more than the limit run at once', async () => {
  let running = 0
  let peak = 0
  const results = await inPool([5, 1, 3, 2, 4], 2, async (ms, index) => {
    peak = Math.max(peak, ++running)
    await soon(ms)
    running--
    return `${index}:${ms}`
  })
  expect(results).toEqual(['0:5', '1:1', '2:3', '3:2', '4:4'])
  expect(peak).toBe(2)
})

test('an empty list ends at once', async () => {
  expect(await inPool([], 4, async () => 1)).toEqual([])
})

test('no further item starts after the first error', async () => {
  const begun: number[] = []
  const work = async (item: number) => {
    begun.push(item)
    await soon(item)
    if (item === 1) throw new Error('broken')
  }
  await expect(inPool([1, 20, 3, 4, 5], 2, work)).rejects.toThrow('broken')
  await soon(40)
  expect(begun).toEqual([1, 20])
})
