import { contextFor, product } from '#functions/platform/http/context.ts'
import { planCreate } from '#functions/platform/records/change.ts'
import { derivedId } from '#functions/platform/records/ids.ts'
import { consequencesOf, planStep } from '#functions/platform/records/planStep.ts'
import { retryOnConflict } from '#functions/platform/records/retryOnConflict.ts'
import { save, saveFirst } from '#functions/platform/records/save.ts'
import type { Event } from '#functions/platform/store/outbox.ts'
import { getRecord } from '#functions/platform/store/read.ts'
import { DeadLetter } from '#shared/entities/deadLetter.ts'
import { refuse } from '#shared/refusals.ts'
import { type Failure, noticesOf } from '#shared/rules/deadLetters/deadLetterRules.ts'
import { type Consumer, callConsumer } from './consumers.ts'

const contextNow = ({ eventId }: Event) => contextFor(product, 'event', new Date().toISOString(), eventId)

/** Writes down that a consumer gave up an event, and tells the administrators; however often it is called, once. */
export async function writeDeadLetter(event: Event, failure: Failure): Promise<void> {
  const id = derivedId(DeadLetter, failure.consumer, event.eventId)
  const write = async () => {
    if (await getRecord(DeadLetter, id, { consistent: true })) return
    const context = contextNow(event)
    const facts = { ...failure, ...factsOf(event) }
    const letter = await planCreate(context, DeadLetter, {}, { id, facts, isOwnOperation: true })
    await save(context, [letter, ...(await consequencesOf(context, { creates: noticesOf(id, event) }, [id]))])
  }
  await retryOnConflict(write, { busy: refuse('STORE_BUSY') })
}

const factsOf = ({ id, at, eventId, resource, action, changed, actorId }: Event) => ({
  ...{ eventId, resource, action, changed, actorId },
  recordId: id,
  happenedAt: at,
})

const eventIn = (letter: DeadLetter): Event => ({
  eventId: letter.eventId ?? '',
  resource: letter.resource ?? '',
  id: letter.recordId ?? '',
  version: Number(letter.eventId?.split('#').at(-1)),
  action: letter.action ?? '',
  changed: letter.changed ?? [],
  at: letter.happenedAt ?? '',
  actorId: letter.actorId ?? '',
})

/**
 * Handles the event of a dead letter once more when an administrator has asked for it, by the consumer that failed and no
 * other, and writes down how it ended. A repetition finds that it ended and does nothing.
 */
export async function resendDeadLetter(consumers: readonly Consumer[], step: Event): Promise<void> {
  const stored = await getRecord(DeadLetter, step.id, { consistent: true })
  const letter = stored?.record
  if (!stored || letter?.status !== 'resent') return
  const [failure] = await callConsumer(consumers, letter.consumer ?? '', [eventIn(letter)])
  const context = contextNow(step)
  const outcome = failure ? { name: 'fail', values: { reason: failure.reason } } : { name: 'solve', values: {} }
  await saveFirst(context, await planStep(context, DeadLetter, stored, { ...outcome, isConsequence: true }))
}
