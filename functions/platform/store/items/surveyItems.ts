import { randomUUID } from 'node:crypto'
import type { RecordValues } from '#shared/declaration/entity.ts'
import type { Meter } from '../client.ts'
import {
  dirtyBucket,
  dirtyKey,
  dirtyPartition,
  type Key,
  quarantineKey,
  statisticsKey,
  statisticsPartition,
  surveyLinkKey,
} from '../keys.ts'
import { getItem, queryPartition, wholePartition } from '../read.ts'
import { putItem, removeItem, type TransactionStep } from '../steps.ts'
import { expiryAttribute } from '../table.ts'

/** The step that makes the hash of a token lead to an invitation; `expires` is the epoch second of its removal. */
export const linkStep = (hash: string, invitationId: string, expires: number): TransactionStep =>
  putItem({ ...surveyLinkKey(hash), invitationId, [expiryAttribute]: expires }, { if: { absent: true } })

/** Id of the invitation that the hash of a token leads to, or undefined. */
export const linkedInvitation = async (hash: string): Promise<string | undefined> =>
  textOf((await getItem(surveyLinkKey(hash), { consistent: true }))?.invitationId)

/** Id of the last invitation of a patient, or undefined; no index lags behind it. */
export const lastInvitation = async (patientId: string): Promise<string | undefined> =>
  textOf((await getItem(quarantineKey(patientId), { consistent: true }))?.invitationId)

/**
 * The step that records the last invitation of a patient; it holds only while the one before is still the last, so
 * that decisions about a patient are taken one after the other.
 */
export const lastInvitationStep = (
  patientId: string,
  invitationId: string,
  now: string,
  before: string | undefined,
): TransactionStep =>
  putItem(
    { ...quarantineKey(patientId), invitationId, at: now },
    { if: before === undefined ? { absent: true } : { equals: { invitationId: before } } },
  )

/** A day of a survey whose statistics have to be computed. */
export interface DirtyDay {
  readonly surveyId: string
  readonly day: string
  /** Unique per request to compute the day, so that a later request is not removed with an earlier one. */
  readonly stamp: string
  /** Instant of the last request, UTC. */
  readonly requestedAt: string
}

/** The step that has the statistics of a day computed. */
export const dirtyDayStep = (surveyId: string, day: string, now: string): TransactionStep =>
  putItem({ ...dirtyKey(surveyId, day), stamp: `${now}#${randomUUID()}` })

/** Every day whose statistics have to be computed. */
export async function* dirtyDays(): AsyncGenerator<DirtyDay> {
  for await (const item of wholePartition(dirtyPartition)) yield dirtyDayOf(item)
}

function dirtyDayOf(item: RecordValues): DirtyDay {
  const stamp = String(item.stamp)
  return { ...dirtyBucket(String(item.sk)), stamp, requestedAt: stamp.split('#')[0] ?? '' }
}

/** One day as it was requested lately; undefined when its statistics are computed. */
export async function dirtyDay(surveyId: string, day: string): Promise<DirtyDay | undefined> {
  const item = await getItem(dirtyKey(surveyId, day))
  return item && dirtyDayOf(item)
}

/** The step that removes a day from those to be computed, unless it was requested again meanwhile. */
export const cleanDayStep = ({ surveyId, day, stamp }: DirtyDay): TransactionStep =>
  removeItem(dirtyKey(surveyId, day), { if: { equals: { stamp } } })

/** The step that stores the statistics of a day as JSON; a day without any has no item. */
export const statisticsStep = (surveyId: string, day: string, cells: string): TransactionStep => {
  const key = statisticsKey(surveyId, day)
  return cells === '[]' ? removeItem(key) : putItem({ ...key, cells })
}

/** The statistics of each day of a month, as JSON. */
export async function statisticsOfMonth(surveyId: string, month: string, meter: Meter): Promise<string[]> {
  const days: string[] = []
  let after: Key | undefined
  do {
    const page: Awaited<ReturnType<typeof queryPartition>> = await queryPartition(
      statisticsPartition(surveyId, month),
      { after, meter },
    )
    days.push(...page.items.map(({ cells }) => String(cells)))
    after = page.next
  } while (after)
  return days
}

const textOf = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined)
