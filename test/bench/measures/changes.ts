import { reasonOf } from '#test/bench/desk.ts'
import { atMost, type Figures } from '#test/bench/figures.ts'
import type { BenchProduct } from '#test/bench/product/filledProduct.ts'
import { countOf, recordsFrom } from '#test/bench/product/records.ts'
import { median, milliseconds } from '#test/bench/timings.ts'

const what = 'the first list after 1,000 changes'
const goal = atMost(100, '≤ 100 ms')

/** Rounds of this measurement. */
const rounds = 5

/** Changes a thousand cases, and asks for the default list at once: it has to follow them before it answers. */
export async function measureFollowing({ person }: BenchProduct, figures: Figures): Promise<void> {
  const waits: number[] = []
  let missing = 0
  for (let round = 0; round < rounds; round++) {
    const records = await recordsFrom(person, 0, 1000)
    const disputedMinor = 70_000_001 + round
    const patches = records.map(({ id, version }) => ({ id, version, changes: { disputedMinor } }))
    const half = patches.length / 2
    const parts = [patches.slice(0, half), patches.slice(half)]
    const answers = await Promise.all(parts.map((part) => person.send('POST', '/api/cases/rows', part)))
    const wrong = answers.find(({ status }) => status !== 200)
    if (wrong) return figures.refuse(what, reasonOf(wrong), goal)
    // The panel names its latest writes, and so does this.
    const own = records.slice(-20).map(({ id, version }) => `${id}@${version + 1}`)
    waits.push((await person.get('/api/cases?range=[0,24]', { 'x-seen': own.join(',') })).ms)
    const saved = answers.flatMap((answer) => answer.json()).filter(({ ok }: { ok: boolean }) => ok).length
    missing += saved - (await countOf(person, { disputedMinor }))
  }
  const late = missing ? `; ${missing} missing in the list after it` : ''
  const shown = `${milliseconds(median(waits))}, longest ${milliseconds(Math.max(...waits))}${late}`
  figures.add(what, shown, median(waits), goal)
}
