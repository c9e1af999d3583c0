import { product } from '#functions/platform/http/context.ts'
import type { RecordValues } from '#shared/declaration/entity.ts'
import { Case } from '#shared/entities/case.ts'
import { isRefusal } from '#shared/refusals.ts'
import { caseRules } from '#shared/rules/cases/caseRules.ts'
import type { Creation } from '#shared/rules/decision.ts'
import { decide } from '#shared/rules/index.ts'

/** A site of the tests, open Sunday to Thursday from 8 to 17. */
export const riyadh = { id: 'site_1', timeZone: 'Asia/Riyadh' }

/** A case as its rules alone make it, without a store. */
export class Matter {
  record: RecordValues
  notices: Creation[] = []
  readonly site: RecordValues

  constructor(values: RecordValues, now: string, site: RecordValues = riyadh) {
    this.site = site
    this.record = { id: 'case_1', version: 0, siteId: 'site_1', status: 'received', ...values }
    this.write({}, now)
  }

  /** Writes changes as any way to write a record does. */
  write(changes: RecordValues, now: string): this {
    const draft = { ...this.record, ...changes } as Case & RecordValues
    const facts = caseRules.derivation?.derive(
      draft,
      { siteId: { ...this.site, id: 'site_1', version: 1 } },
      now,
      product,
      this.record as Case & RecordValues,
    )
    this.record = Object.fromEntries(
      Object.entries({ ...draft, ...facts }).filter(([, value]) => value !== undefined && value !== null),
    )
    return this
  }

  /** Takes a step; throws the id of a refusal. */
  step(name: string, now: string, body: RecordValues = {}): this {
    const related = { site: [this.site] }
    const record = this.record as Case & RecordValues
    const decision = decide(caseRules, Case, name, { record, body, actor: product, now, related, isConsequence: true })
    if (isRefusal(decision)) throw new Error(decision.rule)
    this.notices.push(...(decision.creates ?? []))
    return this.write(decision.changes, now)
  }

  /** Whom the product tells at a tick, as `rule percent addressee`. */
  tick(now: string): string[] {
    const before = this.notices.length
    if (String(this.record.dueAt ?? ':') <= now) this.step('alarm', now)
    return this.notices.slice(before).map(toldBy)
  }
}

/** What a notice says to whom: `response-near 50 owner`. */
export const toldBy = ({ values }: Creation): string => {
  const { rule, parameters, toUserId, toRole } = values as Record<string, string> & {
    parameters?: { percent?: number }
  }
  return [rule, parameters?.percent, toUserId ?? toRole].filter((part) => part !== undefined).join(' ')
}
