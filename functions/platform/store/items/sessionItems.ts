import { User } from '#shared/entities/user.ts'
import { uniqueKey } from '../keys.ts'
import { getItem } from '../read.ts'
import { updateItem } from '../update.ts'

/**
 * Sessions that ended before their tokens do stand in the item that says whose record a subject is: every request of a
 * person reads that item anyway, so a session that ended costs no read.
 */
const subjectKey = (subject: string) => uniqueKey(User.resource, ['subject'], [subject])

/** Names of the attributes that hold the epoch second until which a session has to be remembered. */
const prefix = 'ended '

/** Whose record a subject of tokens is, and which of that person's sessions have ended. */
export interface Subject {
  readonly userId: string
  readonly endedSessions: ReadonlySet<string>
}

/** The person of a subject; undefined when no record has it. */
export async function readSubject(subject: string): Promise<Subject | undefined> {
  const item = await getItem(subjectKey(subject))
  if (!item) return undefined
  const ended = Object.keys(item).filter((name) => name.startsWith(prefix))
  return { userId: String(item.id), endedSessions: new Set(ended.map((name) => name.slice(prefix.length))) }
}

/**
 * Remembers until an epoch second that a session has ended, and forgets those whose tokens have expired by now. False when
 * no record has the subject.
 */
export async function endSession(subject: string, sessionId: string, until: number, now: number): Promise<boolean> {
  const item = await getItem(subjectKey(subject), { consistent: true })
  if (!item) return false
  const isPast = ([name, value]: [string, unknown]) => name.startsWith(prefix) && Number(value) < now
  const past = Object.entries(item).filter(isPast)
  const remove = past.map(([name]) => name).filter((name) => name !== `${prefix}${sessionId}`)
  const update = { set: { [`${prefix}${sessionId}`]: until }, remove, if: { equals: { id: item.id } } }
  return (await updateItem(subjectKey(subject), update)) !== undefined
}
