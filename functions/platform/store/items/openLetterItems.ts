import { openLettersKey } from '../keys.ts'
import { getItem } from '../read.ts'
import { putItem, removeItem, type TransactionStep, updateItemStep } from '../steps.ts'

/** Why events wait: the consumer that failed, and by which error. */
export interface FailureKind {
  readonly consumer: string
  readonly reason: string
}

/** A step that counts the open dead letters of a kind, and whether none was open before it. */
export interface LetterCount {
  readonly isFirst: boolean
  readonly step: TransactionStep
}

/** Counts a dead letter that opens. Its step fails when the first of its kind came, or the last went, meanwhile. */
export async function countOpened(kind: FailureKind): Promise<LetterCount> {
  const { key, open } = await readCount(kind)
  if (open !== undefined && open > 0) return { isFirst: false, step: addTo(key, 1) }
  return {
    isFirst: true,
    step: putItem({ ...key, open: 1 }, { if: open === 0 ? { equals: { open } } : { absent: true } }),
  }
}

/** Counts a dead letter that is solved; nothing where none of its kind is counted. */
export async function countSolved(kind: FailureKind): Promise<TransactionStep[]> {
  const { key, open } = await readCount(kind)
  if (open === undefined) return []
  return [open > 1 ? addTo(key, -1) : removeItem(key, { if: { equals: { open } } })]
}

type CountKey = ReturnType<typeof openLettersKey>

async function readCount({ consumer, reason }: FailureKind) {
  const key = openLettersKey(consumer, reason)
  const item = await getItem(key, { consistent: true })
  return { key, open: item && Number(item.open) }
}

// Many may count at once as long as there is something to count from.
const addTo = (key: CountKey, open: number): TransactionStep =>
  updateItemStep(key, { add: { open }, if: { equals: { pk: key.pk } } })
