import type { AnyRecord } from '#shared/declaration/entity.ts'
import { problem } from '#shared/declaration/problem.ts'

/**
 * Most bytes of JSON that a record may take. An item holds 400 KB (AWS: "Quotas in Amazon DynamoDB"), and an entry of history
 * has a record twice, as it was and as it is, with the reason of the change, and compression cannot be counted on.
 */
export const recordLimit = 180_000

/** Bytes for what is written into a record after it was completed: its number, and the instant of a deletion. */
const roomForFacts = 1000

const bytesOf = (value: unknown): number => Buffer.byteLength(JSON.stringify(value) ?? '')
const kilobytes = (bytes: number): number => Math.ceil(bytes / 1000)

/** Throws the refusal of a record that is too large to be kept, which names its largest field. */
export function checkSize(record: AnyRecord, limit: number = recordLimit): void {
  const bytes = bytesOf(record)
  if (bytes <= limit) return
  const sizes = Object.entries(record).map(([name, value]) => [name, bytesOf(value)] as const)
  const [field, fieldBytes] = sizes.reduce((largest, each) => (each[1] > largest[1] ? each : largest), ['', 0])
  const size = { size: kilobytes(bytes), limit: recordLimit / 1000 }
  throw problem('RECORD_LARGE', { field, fieldSize: kilobytes(fieldBytes), ...size })
}

/** As `checkSize`, of a record as it is committed, whatever made it. */
export const checkCommittedSize = (record: AnyRecord): void => checkSize(record, recordLimit + roomForFacts)
