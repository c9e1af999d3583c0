import type { StoredRecord } from '#functions/platform/store/item.ts'
import { followBatch } from '#functions/settlements/followBatch.ts'
import { recordAs } from '#shared/declaration/entity.ts'
import { Batch } from '#shared/entities/batch.ts'
import { SettlementFile } from '#shared/entities/settlementFile.ts'
import type { DemoWriter } from '../demoWriter.ts'
import { type Sites, siteCodeOf } from '../sites.ts'
import { type DemoStep, takeSteps } from '../takeSteps.ts'
import type { Staff } from '../users.ts'
import { type BatchGoal, type BatchGroup, batchPlanOf } from './batchSteps.ts'

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

/** Creates the batches of approved files, takes their steps and lets the files follow; returns the number of batches. */
export async function createBatches(
  writer: DemoWriter,
  sites: Sites,
  staff: Staff,
  files: readonly StoredRecord[],
): Promise<number> {
  const random = writer.random('batches')
  const planned = groupsOf(writer, files).flatMap((group, index) => {
    const goal = newest[index] ?? (group.period > 0 && group.files.length >= minFiles ? 'delivered' : undefined)
    const site = sites[siteCodeOf(sites, group.siteId)]
    return goal ? [{ group, plan: batchPlanOf(random, site, staff, group, goal) }] : []
  })
  planned.sort((a, b) => (a.plan.openedAt < b.plan.openedAt ? -1 : 1))
  const creations = planned.map(({ group: { siteId, payerId, careType, readyAt }, plan: { openedAt: at, by } }) => {
    const body = { siteId, payerId, careType, month: readyAt.slice(0, 7) }
    return writer.create(Batch, body, { at, by, id: random.id(Batch, at) })
  })
  const opened = await writer.write(await Promise.all(creations))
  const delivered = await takeStepsWithFiles(writer, opened, (index) => planned[index]?.plan.steps ?? [])
  await takeStepsWithFiles(writer, delivered, (index) => planned[index]?.plan.acknowledge ?? [])
  return planned.length
}

/** Takes steps of batches, after which the files of each follow at the instant of its last step. */
async function takeStepsWithFiles(
  writer: DemoWriter,
  batches: readonly StoredRecord[],
  stepsOf: (index: number) => DemoStep | readonly DemoStep[],
): Promise<StoredRecord[]> {
  const sequences = batches.map((stored, index) => ({ stored, steps: [stepsOf(index)].flat() }))
  const after = await takeSteps(writer, Batch, sequences)
  for (const [index, { steps }] of sequences.entries()) {
    const last = steps.filter(({ at }) => at <= writer.now).at(-1)
    const stored = after[index]
    if (last && stored) await followBatch(writer.contextOf({ at: last.at }), recordAs(Batch, stored.record))
  }
  return after
}
