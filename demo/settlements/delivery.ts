import type { StoredRecord } from '#functions/platform/store/item.ts'
import { recordAs } from '#shared/declaration/entity.ts'
import { SettlementFile } from '#shared/entities/settlementFile.ts'
import type { Site } from '#shared/entities/site.ts'
import type { Staff } from '../people.ts'
import type { Scene } from '../scene.ts'
import type { SiteCode } from '../sites.ts'
import { type BatchGoal, carry, type Group } from './batches.ts'

/** Days a file may have been approved before it surely went into a batch; and the same for the older half. */
const recentDays = 16
const olderDays = 48

/** What becomes of the newest groups, the largest first: two batches wait for delivery, the next one is still open. */
const newest: readonly BatchGoal[] = ['sealed', 'sealed', 'open']

/** Files for which nobody makes a batch yet. */
const fewest = 2

/** Approved files by site, payer, kind of care and period; the newest period first, in it the group of most files. */
function groupsOf(scene: Scene, files: readonly StoredRecord[]): (Group & { period: number })[] {
  const groups = new Map<string, { period: number; files: SettlementFile[] }>()
  for (const { record } of files) {
    const file = recordAs(SettlementFile, record)
    const { siteId, payerId, careType, approvedAt = '', stage, payerShareMinor } = file
    if (stage !== 'approved' || !payerShareMinor || approvedAt > scene.daysAgo(3)) continue
    const period = approvedAt > scene.daysAgo(recentDays) ? 0 : approvedAt > scene.daysAgo(olderDays) ? 1 : 2
    const key = [siteId, payerId, careType, period].join()
    const group = groups.get(key) ?? { period, files: [] }
    groups.set(key, { ...group, files: [...group.files, file] })
  }
  return [...groups.values()]
    .flatMap(({ period, files: members }) => {
      const { siteId, payerId, careType } = members[0] ?? {}
      const readyAt = members
        .map(({ approvedAt = '' }) => approvedAt)
        .sort()
        .at(-1)
      return siteId && payerId && careType && readyAt
        ? [{ period, siteId, payerId, careType, readyAt, files: members }]
        : []
    })
    .sort((a, b) => a.period - b.period || b.files.length - a.files.length)
}

/** Sends approved files to their payers in batches; each site on its own, in the order of time. */
export async function deliver(
  scene: Scene,
  sites: Readonly<Record<SiteCode, Site>>,
  staff: Staff,
  files: readonly StoredRecord[],
): Promise<number> {
  const goals = groupsOf(scene, files).flatMap((group, place): { group: Group; goal: BatchGoal }[] => {
    const goal = newest[place] ?? (group.period > 0 && group.files.length >= fewest ? 'paid' : undefined)
    return goal ? [{ group, goal }] : []
  })
  goals.sort((a, b) => (a.group.readyAt < b.group.readyAt ? -1 : 1))
  await Promise.all(
    Object.values(sites).map(async (site) => {
      const chance = scene.chance(`batches ${site.code}`)
      for (const { group, goal } of goals)
        if (group.siteId === site.id) await carry(scene, site, staff, chance, group, goal)
    }),
  )
  return goals.length
}
