import { marshall } from '@aws-sdk/util-dynamodb'
import type { AttributeValue, DynamoDBRecord, DynamoDBStreamEvent } from 'aws-lambda'
import { vi } from 'vitest'
import type { Consumer } from '#functions/platform/jobs/consumers.ts'
import { sweepEvents } from '#functions/platform/jobs/events.ts'
import { firstDeliveryAt } from '#functions/platform/store/items/deliveryItems.ts'
import { changesShards, outboxPartition, outboxShards } from '#functions/platform/store/keys.ts'
import type { Event } from '#functions/platform/store/outbox.ts'
import { getRecords, queryPartition } from '#functions/platform/store/read.ts'
import { readChanges } from '#functions/platform/store/readIndex.ts'
import type { Entity, RecordOf } from '#shared/declaration/entity.ts'
import { DeadLetter } from '#shared/entities/deadLetter.ts'
import { Payer } from '#shared/entities/payer.ts'
import { seed } from '#test/support/people.ts'

/** An instant at which a consumer was called, and with which event. */
export interface Call {
  readonly at: number
  readonly eventId: string
}

/** A consumer of new payers that remembers its calls and fails while the test says so. */
export class TestConsumer implements Consumer {
  readonly resource = Payer.resource
  readonly calls: Call[] = []
  constructor(
    readonly name: string,
    public fails: (event: Event) => boolean = () => false,
  ) {}
  readonly handle = async (event: Event): Promise<void> => {
    this.calls.push({ at: Date.now(), eventId: event.eventId })
    if (this.fails(event)) throw new RangeError('The patient Mariam Saleh has no e-mail address.')
  }
}

let payers = 0

/** A new payer, whose event the consumers of the tests follow; gives the event's id. */
export async function newPayer(): Promise<string> {
  const { id, version } = await seed(Payer, { ...Payer.example, code: `P${payers++}` })
  return `${id}#${version}`
}

/** Every record of an entity, as it is at this moment. */
export async function recordsOf<E extends Entity>(entity: E): Promise<RecordOf<E>[]> {
  const ids: string[] = []
  for (let shard = 0; shard < changesShards; shard++) {
    const { entries } = await readChanges(entity.resource, shard, '0', { limit: 1000 })
    ids.push(...entries.map(({ id }) => id))
  }
  return (await getRecords(entity, ids, { consistent: true })).map(({ record }) => record)
}

/** The dead letters of a consumer. */
export const lettersOf = async ({ name }: Pick<Consumer, 'name'>): Promise<DeadLetter[]> =>
  (await recordsOf(DeadLetter)).filter(({ consumer }) => consumer === name)

/** Lets time pass up to an instant. */
export const passTo = (instant: string): void => {
  vi.setSystemTime(Date.parse(instant))
}

/** Sweeps at once, and then whenever something is due, until nothing waits or until a number of sweeps. */
export async function sweepThrough(consumers: readonly Consumer[], sweeps = 100): Promise<number> {
  let deadLetters = 0
  for (let count = 0; count < sweeps; count++) {
    deadLetters += (await sweepEvents(consumers)).deadLetters
    const next = await firstDeliveryAt()
    if (next === undefined) break
    passTo(next)
  }
  return deadLetters
}

/** Items of the outbox. */
export async function outboxItems(): Promise<Record<string, unknown>[]> {
  const shards = Array.from({ length: outboxShards }, (_, shard) =>
    queryPartition(outboxPartition(shard), { consistent: true }),
  )
  return (await Promise.all(shards)).flatMap(({ items }) => items)
}

/** What waits in the outbox, as the stream of the table hands it over. */
export async function stream(): Promise<DynamoDBStreamEvent> {
  const image = (item: Record<string, unknown>) => marshall(item) as Record<string, AttributeValue>
  return {
    Records: (await outboxItems()).map((item, index): DynamoDBRecord => {
      const NewImage = image(item)
      const { pk = { S: '' }, sk = { S: '' } } = NewImage
      return { eventName: 'INSERT', dynamodb: { SequenceNumber: String(index + 1), Keys: { pk, sk }, NewImage } }
    }),
  }
}
