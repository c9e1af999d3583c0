import type { Words } from '#admin/language/words.ts'
import { type Entity, fieldOf, type RecordValues } from '#shared/declaration/entity.ts'

type TitleWords = Pick<Words, 'value' | 'resource' | 'shown'>

/** The name of a record for a person: its title, or its noun where the title is only an id. */
export function recordTitle(entity: Entity, record: RecordValues, words: TitleWords): string {
  const title = record[entity.title]
  if (typeof title !== 'string' || title === record.id) return words.resource(entity.resource, 1)
  return titleText(entity, title, words)
}

/** A title as a person reads it: a choice by its word, anything else as it was written. */
export function titleText(entity: Entity, title: string, words: Pick<Words, 'value' | 'shown'>): string {
  return isTitledByChoice(entity) ? words.value(entity.resource, entity.title, title) : words.shown(title)
}

/** Whether many records of an entity bear the same title, since it is one of a few choices. */
export const isTitledByChoice = (entity: Entity): boolean => fieldOf(entity, entity.title)?.kind === 'choice'
