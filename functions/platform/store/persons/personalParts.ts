import type { RecordValues } from '#shared/declaration/entity.ts'

/** What an entry of history says: values before and after by name, and why. */
export interface EntryValues {
  readonly before: RecordValues
  readonly after: RecordValues
  readonly reason?: string
}

/** Which of these values tell of a person, and of whom. */
export interface Privacy {
  /** Whether a field tells of a person. */
  readonly isPersonal: (name: string) => boolean
  /** Whom the record was about before, and whom it is about after; undefined for nobody. */
  readonly beforeId?: string
  readonly afterId?: string
  /** The change takes personal values away: what it puts in their place, and why, tells of nobody. */
  readonly isErasure?: boolean
}

/** What an entry says of one person. */
export interface PersonalPart extends EntryValues {
  readonly subjectId: string
}

const noValues: EntryValues = { before: {}, after: {} }

/**
 * Divides the values of an entry into those that stand in the open and those that tell of a person, a part for each one.
 * What was before belongs to whom the record was about before, so that a case given to another patient keeps the words of
 * the first one under the first one's key. A value that is absent tells nothing and stays in the open.
 */
export function dividedValues(
  { before, after, reason }: EntryValues,
  { isPersonal, beforeId, afterId, isErasure = false }: Privacy,
): { open: EntryValues; personal: PersonalPart[] } {
  const [oldId, newId] = [beforeId ?? afterId, isErasure ? undefined : (afterId ?? beforeId)]
  const old = divided(before, (name) => oldId !== undefined && isPersonal(name))
  const next = divided(after, (name) => newId !== undefined && isPersonal(name))
  const isReasonPersonal = reason !== undefined && newId !== undefined
  const open = { before: old.open, after: next.open, ...(reason !== undefined && !isReasonPersonal && { reason }) }
  const oldPart = { ...noValues, before: old.personal }
  const newPart = { ...noValues, after: next.personal, ...(isReasonPersonal && { reason }) }
  const parts =
    oldId === newId
      ? [{ subjectId: oldId, ...newPart, before: old.personal }]
      : [
          { subjectId: oldId, ...oldPart },
          { subjectId: newId, ...newPart },
        ]
  return { open, personal: parts.filter(saysSomething) }
}

const saysSomething = (part: EntryValues & { subjectId?: string }): part is PersonalPart =>
  part.subjectId !== undefined &&
  (part.reason !== undefined || Object.keys(part.before).length + Object.keys(part.after).length > 0)

function divided(values: RecordValues, isPersonal: (name: string) => boolean) {
  const open: Record<string, unknown> = {}
  const personal: Record<string, unknown> = {}
  for (const [name, value] of Object.entries(values)) {
    if (value !== null && isPersonal(name)) personal[name] = value
    else open[name] = value
  }
  return { open, personal }
}
