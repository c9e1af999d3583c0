import { performance } from 'node:perf_hooks'
import { type Desk, offsetOf, reasonOf } from '#test/bench/desk.ts'
import type { Figures } from '#test/bench/figures.ts'
import { questions } from '#test/bench/questions.ts'
import { median, milliseconds, percentile, whole } from '#test/bench/timings.ts'

/** Askings of one question, and the most seconds they may take. */
const askings = { count: 60, seconds: 12 }

/** Asks every question many times. */
export async function measureLists(desk: Desk, size: number, figures: Figures): Promise<void> {
  for (const question of questions) {
    const offset = await offsetOf(desk, question, size)
    let answer = await desk.ask(question, 0, size, offset)
    if (answer.status >= 300) {
      figures.refuse(question.what, reasonOf(answer), question.goal)
      continue
    }
    const times: number[] = []
    let rows = 0
    let askedCount = 0
    const endMs = performance.now() + askings.seconds * 1000
    while (askedCount < askings.count && (askedCount < 3 || performance.now() < endMs)) {
      answer = await desk.ask(question, ++askedCount, size, offset)
      times.push(answer.ms)
      rows += desk.totalOf(question, answer)
    }
    const p50 = median(times)
    const found = `${whole(rows / askedCount)} ${question.by ? 'groups' : 'found'}`
    const shown = `${milliseconds(p50)}, p99 ${milliseconds(percentile(times, 0.99))}; ${found}`
    figures.add(question.what, shown, p50, question.goal)
  }
}
