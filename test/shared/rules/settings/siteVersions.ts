import { product } from '#functions/platform/http/context.ts'
import type { RecordValues } from '#shared/declaration/entity.ts'
import type { Site } from '#shared/entities/site.ts'
import { SiteProfile } from '#shared/entities/siteProfile.ts'
import { isRefusal } from '#shared/refusals.ts'
import type { Decision } from '#shared/rules/decision.ts'
import { decide } from '#shared/rules/index.ts'
import { profileRules } from '#shared/rules/settings/profileRules.ts'

/** A site with its profiles as their rules alone make them, without a store. */
export class SiteVersions {
  site: Partial<Site> = { id: 'site_1', version: 1, timeZone: 'Asia/Riyadh', currency: 'SAR' }
  readonly profiles = new Map<string, RecordValues>()

  /** Writes a draft; the rest of its figures are the standard ones. */
  draft(values: RecordValues = {}): string {
    const id = `site-profile_${this.profiles.size + 1}`
    const record = { id, version: 1, siteId: 'site_1', status: 'draft', limitAMinor: 1, limitBMinor: 2, ...values }
    const standard = profileRules.derivation?.derive(record as never, {}, '', product, undefined)
    this.profiles.set(id, { ...record, ...standard, ...values })
    return id
  }

  decide(id: string, name: string, now: string, body: RecordValues = {}) {
    const record = this.profiles.get(id) as SiteProfile & RecordValues
    return decide(profileRules, SiteProfile, name, {
      record,
      body,
      actor: product,
      now,
      related: { site: [this.site] },
    })
  }

  /** Takes a step with all that follows from it; the id of its refusal if there is one, and then nothing changes. */
  step(id: string, name: string, now: string, body: RecordValues = {}): string | undefined {
    const decision = this.decide(id, name, now, body)
    if (isRefusal(decision)) return decision.rule
    this.write(id, decision.changes)
    for (const update of decision.updates ?? []) this.follow(update)
    return undefined
  }

  private follow(update: NonNullable<Decision['updates']>[number]): void {
    const { seenVersion, ...values } = ('body' in update && update.body) || {}
    if (update.resource === 'sites') {
      if (seenVersion !== this.site.version) throw new Error('The site has changed')
      this.site = { ...this.site, ...values, version: (this.site.version ?? 0) + 1 }
      return
    }
    const record = this.profiles.get(update.id) as SiteProfile & RecordValues
    const situation = { record, body: values, actor: product, now: '', related: {}, isConsequence: true } as const
    const decision = decide(profileRules, SiteProfile, 'set-end', situation)
    if (isRefusal(decision)) throw new Error(decision.rule)
    this.write(update.id, decision.changes)
  }

  private write(id: string, changes: RecordValues): void {
    const all = Object.entries({ ...this.profiles.get(id), ...changes })
    this.profiles.set(id, Object.fromEntries(all.filter(([, value]) => value !== undefined && value !== null)))
  }
}
