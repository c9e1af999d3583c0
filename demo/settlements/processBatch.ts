import type { Operation } from '#functions/platform/http/operation.ts'
import { getRecord, getRecords } from '#functions/platform/store/read.ts'
import { addFiles } from '#functions/settlements/batchFiles.ts'
import { acknowledgeBatch, deliverBatch } from '#functions/settlements/batchSteps.ts'
import { sealBatch } from '#functions/settlements/sealBatch.ts'
import type { Actor } from '#shared/declaration/access.ts'
import { matchRoute } from '#shared/declaration/routes.ts'
import { Batch } from '#shared/entities/batch.ts'
import { SettlementFile } from '#shared/entities/settlementFile.ts'
import type { Site } from '#shared/entities/site.ts'
import { type DemoOrigin, type DemoWriter, later } from '../demoWriter.ts'
import type { Random } from '../random.ts'
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

/** How far a batch goes: only opened, sealed, or delivered and paid before the end of the demo. */
export type BatchGoal = 'open' | 'sealed' | 'paid'

/** Takes a step of a batch through its operation. */
async function takeStep(
  writer: DemoWriter,
  run: Operation,
  id: string,
  step: string,
  by: Required<DemoOrigin>,
  body = {},
) {
  const match = matchRoute('POST', `/api/batches/${id}/actions/${step}`)
  if (!match || !('route' in match)) throw new Error(`Batches have no step ${step}`)
  const context = writer.contextOf(by)
  await run({ route: match.route, params: { id }, query: {}, headers: {}, body, actor: by.by, context })
}

/** What the payer's answer does to a batch and its files, and after how many working minutes. */
const answers = [
  { status: 'partly-paid', stage: 'adjudicated', action: 'adjudicate', minutes: 13_000 },
  { status: 'settled', stage: 'reconciled', action: 'reconcile', minutes: 3000 },
  { status: 'closed', stage: 'closed', action: 'close', minutes: 2500 },
] as const

async function recordAnswers(
  writer: DemoWriter,
  site: Site,
  random: Random,
  id: string,
  acknowledged: Required<DemoOrigin>,
) {
  const { by } = acknowledged
  let { at } = acknowledged
  for (const { status, stage, action, minutes } of answers) {
    at = afterWorkingMinutes(site, at, minutes * (0.7 + 0.6 * random.next()))
    if (at > writer.now) return
    const stored = await getRecord(Batch, id)
    if (!stored) return
    const files = await getRecords(SettlementFile, stored.record.fileIds ?? [])
    const changes = [
      writer.update(Batch, stored, { status }, action, { at, by }),
      ...files.map((file) => writer.update(SettlementFile, file, { stage }, action, { at, by })),
    ]
    await writer.write((await Promise.all(changes)).flat())
  }
}

/** Opens a batch for a group of files and takes its steps, up to its goal, through the product's own operations. */
export async function processBatch(
  writer: DemoWriter,
  site: Site,
  staff: Staff,
  random: Random,
  group: BatchGroup,
  goal: BatchGoal,
) {
  const clerk = random.pick(staff.withRole(site.id, 'insurance-clerk'))
  const delegate = random.pick(staff.withRole(site.id, 'delegate'))
  const supervisor = random.pick(staff.withRole(site.id, 'accounts-supervisor'))
  const { siteId, payerId, careType, files, readyAt } = group
  let now = readyAt
  const after = (low: number, high: number) => {
    now = afterWorkingMinutes(site, now, random.between(low, high))
    return now
  }
  const openedAt = after(60, 300)
  const id = random.id(Batch, openedAt)
  const take = (run: Operation, step: string, by: Actor, at: string, body?: object) =>
    takeStep(writer, run, id, step, { by, at }, body)
  const body = { siteId, payerId, careType, month: readyAt.slice(0, 7) }
  await writer.write([await writer.create(Batch, body, { at: openedAt, by: clerk, id })])
  await take(addFiles, 'add', clerk, later(openedAt, 12), { fileIds: files.map((file) => file.id) })
  if (goal === 'open') return
  await take(sealBatch, 'seal', clerk, after(30, 200))
  if (goal === 'sealed') return
  const channel = random.pick(['portal', 'courier', 'email'] as const)
  if (random.isTrue(0.25))
    await take(deliverBatch, 'deliver', delegate, after(200, 600), { channel, outcome: 'failed' })
  const receiptNo = `RC-${random.between(100_000, 999_999)}`
  await take(deliverBatch, 'deliver', delegate, after(200, 900), { channel, outcome: 'delivered', receiptNo })
  const acknowledgedAt = after(700, 3500)
  if (acknowledgedAt > writer.now || random.isTrue(0.2)) return
  const reference = `ACK-${random.between(10_000, 99_999)}`
  await take(acknowledgeBatch, 'acknowledge', delegate, acknowledgedAt, { reference })
  await recordAnswers(writer, site, random, id, { at: acknowledgedAt, by: supervisor })
}
