import { transact } from '#functions/kit/store/commit.ts'
import { dirtyStep } from '#functions/kit/surveys/dirty.ts'
import { handler as tick } from '#functions/schedules/index.ts'
import type { Asked } from './asked.ts'
import type { Scene } from './scene.ts'

/** Most notes of one transaction. */
const notesAtOnce = 90

/** Notes every day that somebody was asked about, and lets the tick of the statistics compute them. */
export async function computeStatistics(scene: Scene, asked: readonly Asked[]): Promise<{ length: number }> {
  const days = new Map(asked.map((one) => [`${one.survey.id} ${one.serviceOn}`, one]))
  const at = scene.daysAgo(1)
  const notes = [...days.values()].map(({ survey, serviceOn }) => dirtyStep(survey.id, serviceOn, at))
  for (let from = 0; from < notes.length; from += notesAtOnce) await transact(notes.slice(from, from + notesAtOnce))
  await tick({ tick: 'survey-stats', at: scene.now })
  return notes
}
