import { type Context, contextFor, product } from '#functions/platform/http/context.ts'
import { planCreate } from '#functions/platform/records/change.ts'
import { derivedId } from '#functions/platform/records/ids.ts'
import { consequencesOf, planStep } from '#functions/platform/records/planStep.ts'
import { retryOnConflict } from '#functions/platform/records/retryOnConflict.ts'
import { save } from '#functions/platform/records/save.ts'
import { countOpened, countSolved } from '#functions/platform/store/items/openLetterItems.ts'
import type { Event } from '#functions/platform/store/outbox.ts'
import { getRecord } from '#functions/platform/store/read.ts'
import { DeadLetter } from '#shared/entities/deadLetter.ts'
import { refuse } from '#shared/refusals.ts'
import { type Failure, noticesOf } from '#shared/rules/deadLetters/deadLetterRules.ts'
import { type Consumer, callConsumer } from './consumers.ts'

const contextNow = ({ eventId }: Event) => contextFor(product, 'event', new Date().toISOString(), eventId)

/** How often it is written down, when the first of its kind comes or the last goes meanwhile. */
const attempts = 24

/**
 * Writes down that a consumer gave up an event, once however often it is called, and tells the administrators if no other
 * one of its kind is open.
 */
export async function writeDeadLetter(event: Event, failure: Failure): Promise<void> {
  const id = derivedId(DeadLetter, failure.consumer, event.eventId)
  const write = async () => {
    if (await getRecord(DeadLetter, id, { consistent: true })) return
    const context = contextNow(event)
    const facts = { ...failure, ...factsOf(event) }
    const letter = await planCreate(context, DeadLetter, {}, { id, facts, isOwnOperation: true })
    const { isFirst, step } = await countOpened(failure)
    const creates = noticesOf(id, facts, isFirst)
    await save(context, [letter, ...(await consequencesOf(context, { creates }, [id]))], [step])
  }
  await retryOnConflict(write, { attempts, busy: refuse('STORE_BUSY') })
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
  const letter = (await getRecord(DeadLetter, step.id, { consistent: true }))?.record
  if (letter?.status !== 'resent') return
  const [failure] = await callConsumer(consumers, letter.consumer ?? '', [eventIn(letter)])
  const write = () => writeOutcome(contextNow(step), step.id, failure?.reason)
  await retryOnConflict(write, { attempts, busy: refuse('STORE_BUSY') })
}

async function writeOutcome(context: Context, id: string, reason?: string): Promise<void> {
  const stored = await getRecord(DeadLetter, id, { consistent: true })
  const letter = stored?.record
  if (!stored || letter?.status !== 'resent') return
  const outcome = reason === undefined ? { name: 'solve', values: {} } : { name: 'fail', values: { reason } }
  const changes = await planStep(context, DeadLetter, stored, { ...outcome, isConsequence: true })
  const { consumer = '', reason: reasonBefore = '' } = letter
  const isSame = reason === reasonBefore
  const solved = isSame ? [] : await countSolved({ consumer, reason: reasonBefore })
  const opened = isSame || reason === undefined ? undefined : await countOpened({ consumer, reason })
  const creates = noticesOf(id, { ...letter, reason }, opened?.isFirst === true)
  const notices = await consequencesOf(context, { creates }, [id])
  await save(context, [...changes, ...notices], [...solved, ...(opened ? [opened.step] : [])])
}
