import { askPage, closeProjections } from '#functions/platform/projection/ask.ts'
import { maintainProjection } from '#functions/platform/projection/maintainProjection.ts'
import { Case } from '#shared/entities/case.ts'
import { actors } from './sampleRecords.ts'

/** A process of its own that follows, answers, compares, closes its file and opens it again, until it is killed. */
process.send?.('ready')
const [actor] = actors
for (let round = 0; actor; round++) {
  await askPage(Case, { conditions: [] }, { offset: 0, limit: 5 }, { actor })
  if (round % 7 === 3) await maintainProjection()
  if (round % 5 === 4) await closeProjections()
}
