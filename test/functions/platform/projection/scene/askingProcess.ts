import { askPage } from '#functions/platform/projection/ask.ts'
import { Case } from '#shared/entities/case.ts'
import { actors } from './sampleRecords.ts'

/** A process of its own that asks one question, and closes nothing. */
const [actor] = actors
if (actor) {
  const { total } = await askPage(Case, { conditions: [] }, { offset: 0, limit: 1 }, { actor })
  process.stdout.write(String(total))
}
