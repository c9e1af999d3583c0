import { existsSync, rmSync } from 'node:fs'
import { performance } from 'node:perf_hooks'
import { totalOfList } from '#test/bench/desk.ts'
import { atMost, type Figures } from '#test/bench/figures.ts'
import { type BenchProduct, fillFolder, placesOf, projectionOf, startOn } from '#test/bench/product/filledProduct.ts'
import { bytesIn, childrenMiB, memoryMiB } from '#test/bench/product/processUsage.ts'
import { milliseconds, timed, until, whole } from '#test/bench/timings.ts'

const ready = atMost(10_000, '≤ 10 s')
const cold = atMost(1000, '10⁵ in ≤ 1 s, 10⁶ in ≤ 6 s', 6000)
const memory = atMost(256, '≤ 256 MiB')

/** The tick that publishes a snapshot. */
const snapshotTick = 'projection'

/** Milliseconds until a list knows so many cases. */
async function untilListed({ person }: BenchProduct, size: number): Promise<number> {
  const fromMs = performance.now()
  const isWhole = async () => {
    const answer = await person.get('/api/cases?range=[0,24]')
    return answer.status === 200 && totalOfList(answer) >= size ? true : undefined
  }
  if (!(await until(isWhole, 30 * 60_000, 20))) throw new Error(`The list never had ${size} cases`)
  return performance.now() - fromMs
}

/** Fills a folder and measures its starts: the first, one that builds the projection, and a cold one. */
export async function measureStarts(folder: string, size: number, figures: Figures): Promise<BenchProduct> {
  const empty = await startOn(folder)
  figures.add('ready, without records', milliseconds(empty.readyMs), empty.readyMs, ready)
  const places = await placesOf(empty.person)
  await empty.stop()
  const emptyBytes = await bytesIn(folder, ['files'])
  const { ms } = await timed(() => fillFolder(folder, size, places))
  figures.add('filling, past HTTP', `${whole(size / (ms / 1000))} cases/s`)

  const first = await startOn(folder)
  figures.add('ready', milliseconds(first.readyMs), first.readyMs, ready)
  figures.add('first list, built from the feed', milliseconds(await untilListed(first, size)))
  const { answer: snapshotProblem } = await timed(() =>
    first.product.tick(snapshotTick).then(
      () => undefined,
      () => 'there is no such tick',
    ),
  )
  await first.stop()
  const bytes = (await bytesIn(folder, ['files'])) - emptyBytes
  const projection = projectionOf(folder)
  const own = existsSync(projection) ? `, ${whole((await bytesIn(projection)) / size)} of them the projection` : ''
  figures.add('on disk', `${whole(bytes / size)} bytes a case${own}`, bytes / size)

  rmSync(projection, { recursive: true, force: true })
  const instance = await startOn(folder)
  const coldMs = await untilListed(instance, size)
  if (snapshotProblem) figures.refuse('cold, from a snapshot', snapshotProblem, cold)
  else
    figures.add(
      'cold, from a snapshot',
      `${milliseconds(coldMs)} after ${milliseconds(instance.readyMs)} of start`,
      coldMs,
      cold,
    )
  return instance
}

/** The memory of the product's own process, and of the engine beside it. */
export function measureMemory({ product }: BenchProduct, what: string, figures: Figures, hasGoal = false): void {
  const own = memoryMiB(product.processId)
  const shown = `${whole(own)} MiB, and ${whole(childrenMiB(product.processId))} MiB the engine`
  figures.add(`memory, ${what}`, shown, own, hasGoal ? memory : undefined)
}
