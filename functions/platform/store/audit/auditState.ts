import type { ItemUpdate } from '../expressions.ts'
import { auditStateKey } from '../keys.ts'
import { getItem } from '../read.ts'
import { updateItem } from '../update.ts'

/** The newest anchor: its number, 0 before the first; the SHA-256 of its file; its instant, and since when it has changes. */
export interface AnchorPlace {
  readonly last: number
  readonly hash: string
  /** UTC. */
  readonly at?: string
  /** UTC, by the clock of the process that read the changes. */
  readonly readAt?: string
}

/** Which key signs the history of a table at home: the name of its folder, its number, and what tells it from others. */
export interface HomeKey {
  readonly folder: string
  readonly key: number
  readonly check: string
}

const text = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined)

/** How far the anchors of the table reach, as it is at this moment. */
export async function readAnchorPlace(): Promise<AnchorPlace> {
  const { last = 0, hash, at, readAt } = (await getItem(auditStateKey, { consistent: true })) ?? {}
  return { last: Number(last), hash: text(hash) ?? '', at: text(at), readAt: text(readAt) }
}

/** Notes a new anchor; false when another process noted one meanwhile. */
export async function saveAnchorPlace({ last: before }: AnchorPlace, place: AnchorPlace): Promise<boolean> {
  const condition = { equals: { last: before === 0 ? undefined : before } }
  return (await updateItem(auditStateKey, { set: { ...place }, if: condition })) !== undefined
}

/** The key that signs the history of this table at home; undefined when none was chosen yet. */
export async function readHomeKey(): Promise<HomeKey | undefined> {
  const { folder, key, check } = (await getItem(auditStateKey, { consistent: true })) ?? {}
  return folder === undefined ? undefined : { folder: String(folder), key: Number(key), check: String(check) }
}

/** Notes which key signs from now on, unless another one was noted than the one before; then false. */
export async function saveHomeKey(before: HomeKey | undefined, next: HomeKey): Promise<boolean> {
  const update: ItemUpdate = { set: { ...next }, if: { equals: { folder: before?.folder, key: before?.key } } }
  return (await updateItem(auditStateKey, update)) !== undefined
}
