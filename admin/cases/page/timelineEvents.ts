import type { RaRecord } from 'react-admin'
import type { Entity } from '#shared/declaration/entity.ts'
import { stateOf } from '#shared/declaration/lifecycle.ts'

/** Something that happened to a record of a case. */
export interface TimelineEvent {
  readonly key: string
  readonly entity: Entity
  readonly record: RaRecord
  /** The step that was taken, or `create`. */
  readonly action: string
  /** When, UTC. */
  readonly at: string
  /** Who did it, where the record says so. */
  readonly by?: string
  /** What was written with it. */
  readonly note?: string
}

/** A record that was made together with its first step is told of once, in milliseconds. */
const together = 60_000

/**
 * What happened to a record, by the stamps of its steps and by when it was made, latest last. Where several steps write
 * the same stamp, it was the one that leads to the record's state, else one from which the record could go on.
 */
export function eventsOf(entity: Entity, record: RaRecord): TimelineEvent[] {
  const steps = Object.entries(entity.actions).flatMap(([action, { stamps, to }]) =>
    stamps?.at ? [{ action, to, stamp: stamps.at, by: stamps.by }] : [],
  )
  const stamps = [...new Set(steps.map(({ stamp }) => stamp))]
  const taken = stamps.flatMap((stamp): TimelineEvent[] => {
    const at = record[stamp]
    const possible = steps.filter((step) => step.stamp === stamp)
    const step = possible.length === 1 ? possible[0] : stepTo(entity, record, possible)
    if (typeof at !== 'string' || !step) return []
    return [eventOf(entity, record, step.action, at, step.by && record[step.by])]
  })
  // What the product did together with a step of a person needs no line of its own.
  const told = taken.filter(({ at, by }) => by || !taken.some((other) => other.by && other.at === at))
  const first = taken.map(({ at }) => at).sort()[0]
  const { createdAt } = record
  const isAlone = !first || Math.abs(Date.parse(first) - Date.parse(createdAt)) > together
  const made = createdAt && isAlone ? [eventOf(entity, record, 'create', createdAt)] : []
  const tried = attemptsOf(entity, record).filter(({ at }) => !told.some((step) => step.at === at))
  return [...made, ...tried, ...told].toSorted((a, b) => a.at.localeCompare(b.at))
}

function stepTo<S extends { readonly to?: string | undefined }>({ lifecycle }: Entity, record: RaRecord, steps: S[]) {
  if (!lifecycle) return steps[0]
  const state = stateOf(lifecycle, record)
  return steps.find(({ to }) => to === state) ?? steps.find(({ to }) => to && !lifecycle.states[to]?.isOver)
}

/** Attempts to reach a patient are entries of one record. */
function attemptsOf(entity: Entity, record: RaRecord): TimelineEvent[] {
  const attempts: readonly { at: string; by: string; note?: string }[] = record.attempts ?? []
  if (!Array.isArray(attempts)) return []
  return attempts.map(({ at, by, note }) => ({ ...eventOf(entity, record, 'attempt', at, by), ...(note && { note }) }))
}

const eventOf = (entity: Entity, record: RaRecord, action: string, at: string, by?: unknown): TimelineEvent => ({
  key: `${record.id} ${action} ${at}`,
  entity,
  record,
  action,
  at,
  ...(typeof by === 'string' && { by }),
})
