import { type Context, contextFor, product } from '#functions/platform/http/context.ts'
import { planCreate } from '#functions/platform/records/change.ts'
import { withConsequences } from '#functions/platform/records/consequences.ts'
import { derivedId } from '#functions/platform/records/ids.ts'
import { planStep } from '#functions/platform/records/planStep.ts'
import { retryOnConflict } from '#functions/platform/records/retryOnConflict.ts'
import { save } from '#functions/platform/records/save.ts'
import { countOpened, countSolved } from '#functions/platform/store/items/openLetterItems.ts'
import type { Event } from '#functions/platform/store/outbox.ts'
import { getRecord } from '#functions/platform/store/read.ts'
import { DeadLetter, isTick } from '#shared/entities/deadLetter.ts'
import { refuse } from '#shared/refusals.ts'
import { type Failure, noticesOf } from '#shared/rules/deadLetters/deadLetterRules.ts'
import { type Consumer, callConsumer } from './consumers.ts'
import { hasten } from './due/hasten.ts'

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
    const context = contextNow(event)
    const known = await getRecord(DeadLetter, id, { consistent: true })
    // What is due may fail, be mended and fail again, and its tick says how it ended when it was sent again.
    if (known && isTick(failure.consumer)) return settle(context, id, ['solved', 'resent'], failure.reason)
    if (known) return
    const facts = { ...failure, ...factsOf(event) }
    const letter = await planCreate(context, DeadLetter, {}, { id, facts, isOwnOperation: true })
    const { isFirst, step } = await countOpened(failure)
    const creates = noticesOf(id, facts, isFirst)
    await save(context, await withConsequences(context, letter, { creates }), [step])
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
  const { consumer = '' } = letter
  // Only the tick has the rights to do what it failed to do, and its next run says how that ended.
  if (isTick(consumer)) return hasten(consumer, eventIn(letter))
  const [failure] = await callConsumer(consumers, consumer, [eventIn(letter)])
  const write = () => settle(contextNow(step), step.id, ['resent'], failure?.reason)
  await retryOnConflict(write, { attempts, busy: refuse('STORE_BUSY') })
}

/** Solves the dead letter of something that a tick has done after all, if there is an unsolved one. */
export async function solveDeadLetter(consumer: string, event: Event): Promise<void> {
  const write = () => settle(contextNow(event), derivedId(DeadLetter, consumer, event.eventId), ['open', 'resent'])
  await retryOnConflict(write, { attempts, busy: refuse('STORE_BUSY') })
}

/** Writes down how a dead letter ended: it failed once more for a reason, or is solved without one. */
async function settle(
  context: Context,
  id: string,
  from: readonly DeadLetter['status'][],
  reason?: string,
): Promise<void> {
  const stored = await getRecord(DeadLetter, id, { consistent: true })
  const letter = stored?.record
  if (!stored || !letter || !from.includes(letter.status)) return
  const outcome = reason === undefined ? { name: 'solve', values: {} } : { name: 'fail', values: { reason } }
  const changes = await planStep(context, DeadLetter, stored, { ...outcome, isConsequence: true })
  const { consumer = '', reason: reasonBefore = '' } = letter
  const isSame = reason === reasonBefore && letter.status !== 'solved'
  const solved = isSame || letter.status === 'solved' ? [] : await countSolved({ consumer, reason: reasonBefore })
  const opened = isSame || reason === undefined ? undefined : await countOpened({ consumer, reason })
  const creates = noticesOf(id, { ...letter, reason }, opened?.isFirst === true)
  const notices = await withConsequences(context, undefined, { creates }, [id])
  await save(context, [...changes, ...notices], [...solved, ...(opened ? [opened.step] : [])])
}
