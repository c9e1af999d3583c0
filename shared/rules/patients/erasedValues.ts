import type { AnyRecord, Entity, RecordValues } from '#shared/declaration/entity.ts'
import { fieldOf } from '#shared/declaration/entity.ts'
import { isOpen } from '#shared/declaration/lifecycle.ts'
import { entityOf } from '#shared/entities/index.ts'
import type { Answers } from '#shared/entities/response.ts'
import type { Question } from '#shared/entities/survey.ts'
import { erasedWord, pseudonymOf } from '#shared/values/erasedText.ts'

/** What an erasure has to know of a questionnaire: which of its questions ask for words. */
export type AnsweredQuestion = Pick<Question, 'qid' | 'type'>

/**
 * What replaces the personal values of a record: nothing where the record can be without, else a word that says so, or a
 * text of its own where no two records may have the same. Null clears a field. Statistics still count the record, since
 * sex, language, sites, times and chosen answers stay. An erased record gives the same values again.
 */
export function erasedValues(
  entity: Entity,
  record: AnyRecord,
  questions: readonly AnsweredQuestion[] = [],
): RecordValues {
  const names = Object.keys(record).filter((name) => fieldOf(entity, name)?.isPersonal)
  return Object.fromEntries(names.map((name) => [name, erasedValue(entity, name, record, questions)]))
}

function erasedValue(entity: Entity, name: string, record: AnyRecord, questions: readonly AnsweredQuestion[]): unknown {
  const field = fieldOf(entity, name)
  if (!isNeeded(entity, name)) return null
  if (field?.kind === 'data') return chosenAnswers(record[name], questions)
  return entity.unique?.some((fields) => fields.includes(name)) ? pseudonymOf(record.id) : erasedWord
}

/** Whether a record cannot be without a field, or shows under it what another record cannot be without. */
function isNeeded(entity: Entity, name: string): boolean {
  const [reference, source] = entity.copies?.[name] ?? []
  const copied = reference && fieldOf(entity, reference)?.resource
  if (copied && source !== undefined) return isNeeded(entityOf(copied), source)
  // A response has the name of its invitation, which has it of the patient.
  return fieldOf(entity, name)?.isRequired === true || name === 'patientName'
}

/** The answers that were chosen from a list; words that a person wrote are none of them. */
function chosenAnswers(value: unknown, questions: readonly AnsweredQuestion[]): Answers {
  const given = typeof value === 'object' && value !== null ? Object.entries(value as Answers) : []
  const isChosen = (qid: string) => questions.some((question) => question.qid === qid && question.type !== 'text')
  return Object.fromEntries(given.filter(([qid]) => isChosen(qid)))
}

/**
 * What a record of an erased person does no more: it waits for no time, nothing of it is sent, and a matter that was still
 * open is over. Only what arrived while the erasure ran can be open.
 */
export function endedValues(entity: Entity, record: AnyRecord): RecordValues {
  const { due, lifecycle, resource } = entity
  const end = Object.hasOwn(ends, resource) ? ends[resource] : undefined
  return {
    ...(due && record[due.at] !== undefined && { [due.at]: null }),
    ...(end && lifecycle && isOpen(lifecycle, record) && end),
  }
}

const ends: Readonly<Record<string, RecordValues>> = {
  cases: { status: 'withdrawn', isOpen: null, acknowledgeDueAt: null, responseDueAt: null },
  invitations: { status: 'cancelled', toSend: null },
  'follow-ups': { status: 'cancelled' },
  messages: { status: 'failed' },
  offers: { status: 'cancelled' },
  promises: { status: 'cancelled' },
}
