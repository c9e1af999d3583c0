import type { AnyRecord } from '#shared/declaration/entity.ts'
import type { FollowUp } from '#shared/entities/followUp.ts'
import { isRefusal } from '#shared/refusals.ts'
import type { Decision } from '#shared/rules/decision.ts'
import { callListRules } from '#shared/rules/follow-ups/callListRules.ts'
import { callWindow } from '#shared/rules/follow-ups/callWindow.ts'
import { dayAt } from '#shared/rules/follow-ups/contactDays.ts'
import { followUpRules } from '#shared/rules/follow-ups/followUpRules.ts'
import { listingNow } from '#shared/rules/follow-ups/listing.ts'
import { type Share, shareOut } from '#shared/rules/follow-ups/sharing.ts'

/** One listing of a call: when, and for whom. */
export interface ListedCall {
  readonly call: Partial<FollowUp>
  readonly at: string
  readonly on: string
  readonly callerId?: string
}

type DeskCall = AnyRecord & Partial<FollowUp>
const system = { userId: 'redress', name: '', roles: [], siteIds: [] }

/** The calls of one site in memory, by the rules that the product runs; a call that is listed is made at once. */
export class CallDesk {
  readonly calls = new Map<string, DeskCall>()
  readonly listings: ListedCall[] = []
  readonly shares = new Map<string, readonly Share[]>()

  constructor(
    readonly site: AnyRecord,
    readonly callerIds: readonly string[],
  ) {}

  /** Plans the call after a case that was resolved at an instant. */
  plan(id: string, now: string): void {
    const { dueFrom, dueTo } = callWindow(this.site, now)
    const draft = { id, version: 0, kind: 'satisfaction-call', status: 'planned', dueFrom, dueTo, createdAt: now }
    const facts = followUpRules.derivation?.derive(draft, { siteId: this.site }, now, system, undefined)
    this.calls.set(id, { ...draft, ...facts, version: 1 } as DeskCall)
  }

  /** What a scheduler would write at an instant, by what it sees; nothing is written yet. */
  look(now: string): () => void {
    const seen = [...this.calls.values()].filter(({ nextAt, status }) => status !== 'done' && nextAt && nextAt <= now)
    const times = seen.map((call) => ({ call, at: listingNow(this.site, call as FollowUp, now) }))
    const due = times.filter(({ at }) => at <= now).map(({ call }) => ({ followUpId: call.id }))
    const on = dayAt(this.site, now)
    const shares = this.shares.get(on) ?? []
    const shared = shareOut(due, this.callerIds, shares)
    const versions = new Map(seen.map(({ id, version }) => [id, version]))
    return () => {
      // Whoever comes second finds that what it saw has changed, and reads again.
      if (this.shares.get(on) !== shares && this.shares.has(on)) return this.look(now)()
      if (seen.some(({ id }) => this.calls.get(id)?.version !== versions.get(id))) return this.look(now)()
      for (const { call, at } of times) if (at > now) this.#write(call, { nextAt: at })
      if (shared.length === 0) return
      const list = { id: on, version: 1, siteId: this.site.id, listOn: on, shares }
      const decision = this.#decided(callListRules.actions.share?.decide, list, { calls: shared }, now)
      this.shares.set(on, decision.changes.shares as readonly Share[])
      for (const update of decision.updates ?? []) if ('step' in update) this.#list(update.id, update.body ?? {}, now)
    }
  }

  #list(id: string, body: Readonly<Record<string, unknown>>, now: string): void {
    const call = this.calls.get(id)
    if (!call) throw new Error(`No call ${id}`)
    const { changes } = this.#decided(followUpRules.actions.assign?.decide, call, body, now)
    this.listings.push({ call, at: now, on: String(body.callOn), callerId: changes.assigneeId as string })
    this.#write(call, { ...changes, status: 'done' })
  }

  #write(call: DeskCall, changes: Readonly<Record<string, unknown>>): void {
    this.calls.set(call.id, { ...call, ...changes, version: call.version + 1 } as DeskCall)
  }

  #decided(
    decide: ((situation: never) => unknown) | undefined,
    record: AnyRecord,
    body: Readonly<Record<string, unknown>>,
    now: string,
  ): Decision {
    const situation = { record, body, actor: system, now, related: { site: [this.site] } }
    const decision = decide?.(situation as never) as Decision | undefined
    if (!decision || isRefusal(decision)) throw new Error('It was refused')
    return decision
  }
}
