import { partSize } from '#functions/platform/records/takeStep.ts'
import type { SettlementFile } from '#shared/entities/settlementFile.ts'
import type { Site } from '#shared/entities/site.ts'
import { later } from '../demoWriter.ts'
import type { Random } from '../random.ts'
import type { DemoStep } from '../takeSteps.ts'
import type { Staff } from '../users.ts'
import { afterWorkingMinutes } from '../workingHours.ts'

/** Files that go to one payer together. */
export interface BatchGroup {
  readonly siteId: string
  readonly payerId: string
  readonly careType: NonNullable<SettlementFile['careType']>
  readonly files: readonly SettlementFile[]
  /** The instant at which the last of them was approved. */
  readonly readyAt: string
}

/** How far a batch goes: only opened, sealed, or delivered and, if the payer has answered, acknowledged. */
export type BatchGoal = 'open' | 'sealed' | 'delivered'

/** When a batch is opened and by whom, and its steps up to its delivery and after it. */
export interface BatchPlan {
  readonly openedAt: string
  readonly by: DemoStep['by']
  readonly steps: readonly DemoStep[]
  readonly acknowledge?: DemoStep
}

/** Plans the steps of a batch up to its goal. */
export function batchPlanOf(
  random: Random,
  site: Site,
  staff: Staff,
  { files, readyAt }: BatchGroup,
  goal: BatchGoal,
): BatchPlan {
  const clerk = random.pick(staff.withRole(site.id, 'insurance-clerk'))
  const delegate = random.pick(staff.withRole(site.id, 'delegate'))
  let now = readyAt
  const after = (low: number, high: number) => {
    now = afterWorkingMinutes(site, now, random.between(low, high))
    return now
  }
  const openedAt = after(60, 300)
  const ids = files.map(({ id }) => id)
  const steps: DemoStep[] = []
  for (let start = 0; start < ids.length; start += partSize) {
    const body = { fileIds: ids.slice(start, start + partSize) }
    steps.push({ at: later(openedAt, 12), by: clerk, action: 'add', body })
  }
  const opened = { openedAt, by: clerk, steps }
  if (goal === 'open') return opened
  steps.push({ at: after(30, 200), by: clerk, action: 'seal' })
  if (goal === 'sealed') return opened
  const channel = random.pick(['portal', 'courier', 'email'] as const)
  const deliver = (minutes: number, body: object): DemoStep => {
    return { at: after(200, minutes), by: delegate, action: 'deliver', body: { channel, ...body } }
  }
  if (random.isTrue(0.25)) steps.push(deliver(600, { outcome: 'failed' }))
  steps.push(deliver(900, { outcome: 'delivered', receiptNo: `RC-${random.between(100_000, 999_999)}` }))
  const body = { reference: `ACK-${random.between(10_000, 99_999)}` }
  const acknowledge = { at: after(700, 3500), by: delegate, action: 'acknowledge', body }
  return random.isTrue(0.2) ? opened : { ...opened, acknowledge }
}
