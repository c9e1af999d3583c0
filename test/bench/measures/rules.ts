import { performance } from 'node:perf_hooks'
import { priceLines, pricingRequest } from '#shared/rules/settlements/pricing.ts'
import { atMost, type Figures } from '#test/bench/figures.ts'
import { median, milliseconds, timed, until } from '#test/bench/timings.ts'
import { agreement, approvedFiles, openBatch, read, step } from '#test/functions/settlements/scene.ts'
import { freshTable, startEngine } from '#test/support/engine.ts'
import { seedPeople } from '#test/support/people.ts'
import { testEnvironment } from '#test/support/table.ts'

const pricing = atMost(1, '≤ 1 ms')
const sealing = atMost(2000, '≤ 2 s')

/** Files of the batch that is sealed. */
const fileCount = 200

/** Prices a file of fifty lines, many times. */
export function measurePricing(figures: Figures): void {
  const request = pricingRequest.parse({
    currency: 'SAR',
    class: 'B',
    classRules: [{ class: 'B', covered: true, discountBp: 1000, coinsuranceBp: 2000, deductibleMinor: 5000 }],
    lines: Array.from({ length: 50 }, (_, n) => ({
      lineNo: n + 1,
      serviceCode: `S${n}`,
      serviceCategory: 'imaging',
      quantity: 2,
      unitPriceMinor: 12_345,
    })),
  })
  const times = Array.from({ length: 500 }, () => {
    const fromMs = performance.now()
    priceLines(request)
    return performance.now() - fromMs
  })
  figures.add('pricing a file of 50 lines', `${median(times).toFixed(2)} ms`, median(times), pricing)
}

/** Seals a batch of many files, by the steps of its people on an engine in memory. */
export async function measureSealing(figures: Figures): Promise<void> {
  const what = `sealing ${fileCount} files`
  const engine = await startEngine()
  const kept = { ...process.env }
  Object.assign(process.env, testEnvironment(engine.endpoint, await freshTable(engine.endpoint)))
  try {
    const world = await seedPeople()
    const terms = await agreement()
    const fileIds = await approvedFiles(world, fileCount, terms)
    const id = await openBatch(world, terms)
    await step('insurance-clerk', 'batches', id, 'add', { fileIds })
    const { answer, ms } = await timed(async () => {
      const sealed = await step('insurance-clerk', 'batches', id, 'seal')
      if (sealed.status !== 200) return sealed
      return (await until(async () => ((await read(id)).status === 'sealed' ? sealed : undefined), 60_000)) ?? sealed
    })
    if (answer.status === 200) figures.add(what, milliseconds(ms), ms, sealing)
    else figures.refuse(what, answer.text, sealing)
  } finally {
    process.env = kept // a product that starts later would take this engine for its own
    await engine.stop()
  }
}
