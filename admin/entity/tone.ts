import { type Entity, fieldOf, type RecordValues } from '#shared/declaration/entity.ts'
import { isOver, type Tone } from '#shared/declaration/lifecycle.ts'

/** The tone of a value in its record: of a state as declared, of a limit (`responseDueAt`, `dueBy`) by the time left. */
export function toneOf(entity: Entity, name: string, record: RecordValues): Tone {
  const tones = fieldOf(entity, name)?.tones
  if (tones) return tones[String(record[name])] ?? 'plain'
  const hasEnded = entity.lifecycle !== undefined && isOver(entity.lifecycle, record)
  return isLimit(name) ? limitTone(record[name], hasEnded) : 'plain'
}

/** Whether a field is a limit, by its name. */
export const isLimit = (name: string): boolean => /(^d|D)ue(At|By|On)$/.test(name)

/** How near a limit is: past it, within a day of it, or neither; a record with nothing due any more has no limit. */
export function limitTone(due: unknown, hasEnded: boolean, now = Date.now()): Tone {
  const dueMs = Date.parse(String(due))
  if (hasEnded || Number.isNaN(dueMs)) return 'plain'
  if (dueMs < now) return 'past'
  return dueMs - now < 86_400_000 ? 'near' : 'plain'
}
