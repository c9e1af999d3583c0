import { performance } from 'node:perf_hooks'
import { setTimeout as pause } from 'node:timers/promises'
import { schedules } from '#shared/declaration/schedules.ts'
import { atMost, type Figures } from '#test/bench/figures.ts'
import type { BenchProduct } from '#test/bench/product/filledProduct.ts'
import { processorMs } from '#test/bench/product/processUsage.ts'
import { timed, whole } from '#test/bench/timings.ts'

const goal = atMost(2, '< 2 % of a processor')

/** Seconds of watching, and the most minutes that ticks may need until nothing is left to do. */
const watch = { seconds: 20, catchUpMinutes: 10 } as const

/** Whether the ticks find nothing new: two rounds in which each took less processor time than this, in milliseconds. */
const quietTickMs = 1500

/** Processor time that some work takes in the product, in milliseconds. */
async function processorTimeOf(processId: number, work: () => Promise<unknown>): Promise<number> {
  const fromMs = processorMs(processId)
  await work()
  return processorMs(processId) - fromMs
}

/**
 * What the product uses while nobody asks: its loops over some seconds, and each tick once there is nothing left for it
 * to do, over the minutes between two of its runs. Ticks are run by request, so that the clock's minutes are not waited
 * for.
 */
export async function measureIdle({ product }: BenchProduct, openCases: number, figures: Figures): Promise<void> {
  const what = 'processor while idle'
  const { processId } = product
  const tick = (name: string) => processorTimeOf(processId, () => product.tick(name))
  const deadlineMs = performance.now() + watch.catchUpMinutes * 60_000
  let usedMs: number[] = []
  let rounds = 0
  const catchUp = async () => {
    do {
      usedMs = []
      for (const { name } of schedules) usedMs.push(await tick(name))
      rounds++
      await pause(1000)
    } while (performance.now() < deadlineMs && (rounds < 2 || usedMs.some((ms) => ms > quietTickMs)))
    return true
  }
  const { answer: isQuiet, ms } = await timed(() =>
    // The request for a tick ends after some minutes, while the tick goes on.
    Promise.race([catchUp().catch(() => false), pause(watch.catchUpMinutes * 60_000, false, { ref: false })]),
  )
  if (!isQuiet || usedMs.length < schedules.length)
    return figures.refuse(what, `ticks still work after ${watch.catchUpMinutes} minutes`, goal)
  await untilQuiet(processId, deadlineMs)
  const loopsMs = await processorTimeOf(processId, () => pause(watch.seconds * 1000))
  const loops = loopsMs / (watch.seconds * 1000)
  const ticks = schedules.reduce(
    (sum, { everyMinutes }, index) => sum + (usedMs[index] ?? 0) / (everyMinutes * 60_000),
    0,
  )
  const percent = (loops + ticks) * 100
  const details = `loops ${(loops * 100).toFixed(1)}, ticks ${(ticks * 100).toFixed(1)}`
  const shown = `${percent.toFixed(1)} % (${details}) with ${whole(openCases)} open cases; ticks caught up in ${whole(ms / 1000)} s`
  figures.add(what, shown, percent, goal)
}

/** Waits until what the ticks made is delivered: a second that takes less than a tenth of the processor. */
async function untilQuiet(processId: number, deadlineMs: number): Promise<void> {
  while (performance.now() < deadlineMs && (await processorTimeOf(processId, () => pause(1000))) > 100);
}
