import type { StoredRecord } from '#functions/platform/store/item.ts'
import { recordAs } from '#shared/declaration/entity.ts'
import { SettlementFile } from '#shared/entities/settlementFile.ts'
import type { DemoWriter } from '../demoWriter.ts'
import type { Sites } from '../sites.ts'
import type { Staff } from '../users.ts'
import { type BatchGoal, type BatchGroup, processBatch } from './processBatch.ts'

/** Days since the approval of a file, up to which it belongs to the newest and to the second period. */
const recentDays = 16
const olderDays = 48

/** The goals of the newest groups, the largest first: two batches wait for delivery, the next one is still open. */
const newest: readonly BatchGoal[] = ['sealed', 'sealed', 'open']

/** The least number of files for a batch. */
const minFiles = 2

/** Approved files by site, payer, kind of care and period; the newest period first, and in it the largest group. */
function groupsOf(writer: DemoWriter, files: readonly StoredRecord[]): (BatchGroup & { period: number })[] {
  const groups = new Map<string, { period: number; files: SettlementFile[] }>()
  for (const { record } of files) {
    const file = recordAs(SettlementFile, record)
    const { siteId, payerId, careType, approvedAt = '', stage, payerShareMinor } = file
    if (stage !== 'approved' || !payerShareMinor || approvedAt > writer.daysAgo(3)) continue
    const period = approvedAt > writer.daysAgo(recentDays) ? 0 : approvedAt > writer.daysAgo(olderDays) ? 1 : 2
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

/** Creates the batches of approved files, for each site in the order of time; returns their number. */
export async function createBatches(
  writer: DemoWriter,
  sites: Sites,
  staff: Staff,
  files: readonly StoredRecord[],
): Promise<number> {
  const goals = groupsOf(writer, files).flatMap((group, index): { group: BatchGroup; goal: BatchGoal }[] => {
    const goal = newest[index] ?? (group.period > 0 && group.files.length >= minFiles ? 'paid' : undefined)
    return goal ? [{ group, goal }] : []
  })
  goals.sort((a, b) => (a.group.readyAt < b.group.readyAt ? -1 : 1))
  await Promise.all(
    Object.values(sites).map(async (site) => {
      const random = writer.random(`batches ${site.code}`)
      for (const { group, goal } of goals)
        if (group.siteId === site.id) await processBatch(writer, site, staff, random, group, goal)
    }),
  )
  return goals.length
}
