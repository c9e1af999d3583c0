import type { Operation } from '#functions/platform/http/operation.ts'
import { planned } from '#functions/platform/records/change.ts'
import { getRecords } from '#functions/platform/store/read.ts'
import { acknowledgeBatch } from '#functions/settlements/acknowledgeBatch.ts'
import { addFiles } from '#functions/settlements/addFiles.ts'
import { deliverBatch } from '#functions/settlements/deliverBatch.ts'
import { sealBatch } from '#functions/settlements/sealBatch.ts'
import type { Actor } from '#shared/declaration/access.ts'
import { recordAs } from '#shared/declaration/entity.ts'
import { matchRoute } from '#shared/declaration/routes.ts'
import { Batch } from '#shared/entities/batch.ts'
import { SettlementFile } from '#shared/entities/settlementFile.ts'
import type { Site } from '#shared/entities/site.ts'
import type { Chance } from '../chance.ts'
import { workedAfter } from '../office.ts'
import type { Staff } from '../people.ts'
import { later, type Scene } from '../scene.ts'

/** Files that go to one payer together. */
export interface Group {
  readonly siteId: string
  readonly payerId: string
  readonly careType: NonNullable<SettlementFile['careType']>
  readonly files: readonly SettlementFile[]
  /** When the last of them was approved. */
  readonly readyAt: string
}

/** How far a batch has to come: collected only, sealed, or on its way to the payer as far as time allows. */
export type BatchGoal = 'open' | 'sealed' | 'paid'

/** A step of a batch as its operation takes it, in the name of somebody at an instant. */
async function take(scene: Scene, run: Operation, id: string, step: string, by: Actor, now: string, body = {}) {
  const match = matchRoute('POST', `/api/batches/${id}/actions/${step}`)
  if (!match || !('route' in match)) throw new Error(`Batches have no step ${step}`)
  const context = scene.work(by, now)
  await run({ route: match.route, params: { id }, query: {}, headers: {}, body, actor: by, context })
}

/** What the payer's answer does to a batch and its files, and the working minutes it takes. */
const answers = [
  { status: 'partly-paid', stage: 'adjudicated', action: 'adjudicate', minutes: 13_000 },
  { status: 'settled', stage: 'reconciled', action: 'reconcile', minutes: 3000 },
  { status: 'closed', stage: 'closed', action: 'close', minutes: 2500 },
] as const

async function paid(scene: Scene, site: Site, chance: Chance, id: string, by: Actor, acknowledgedAt: string) {
  let now = acknowledgedAt
  for (const { status, stage, action, minutes } of answers) {
    now = workedAfter(site, now, minutes * (0.7 + 0.6 * chance.next()))
    if (now > scene.now) return
    const [stored] = await getRecords([id])
    if (!stored) return
    const context = scene.work(by, now)
    const files = await getRecords(recordAs(Batch, stored.record).fileIds ?? [])
    const changes = [
      await planned(context, Batch, stored, { status }, action),
      ...(await Promise.all(files.map((file) => planned(context, SettlementFile, file, { stage }, action)))),
    ]
    await scene.write(changes.flatMap((change) => (change ? [{ ...change, doing: context.origin }] : [])))
  }
}

/** Collects a group of files into a batch and carries it towards its goal through the product's own operations. */
export async function carry(scene: Scene, site: Site, staff: Staff, chance: Chance, group: Group, goal: BatchGoal) {
  const clerk = chance.pick(staff.at(site.id, 'insurance-clerk'))
  const delegate = chance.pick(staff.at(site.id, 'delegate'))
  const supervisor = chance.pick(staff.at(site.id, 'accounts-supervisor'))
  const { siteId, payerId, careType, files, readyAt } = group
  let now = readyAt
  const after = (low: number, high: number) => {
    now = workedAfter(site, now, chance.between(low, high))
    return now
  }
  const openedAt = after(60, 300)
  const id = chance.id(Batch, openedAt)
  const body = { siteId, payerId, careType, month: readyAt.slice(0, 7) }
  await scene.write([await scene.create(Batch, body, { at: openedAt, by: clerk, id })])
  await take(scene, addFiles, id, 'add', clerk, later(openedAt, 12), { fileIds: files.map((file) => file.id) })
  if (goal === 'open') return
  await take(scene, sealBatch, id, 'seal', clerk, after(30, 200))
  if (goal === 'sealed') return
  const channel = chance.pick(['portal', 'courier', 'email'] as const)
  if (chance.isTrue(0.25))
    await take(scene, deliverBatch, id, 'deliver', delegate, after(200, 600), { channel, outcome: 'failed' })
  const receiptNo = `RC-${chance.between(100_000, 999_999)}`
  await take(scene, deliverBatch, id, 'deliver', delegate, after(200, 900), {
    channel,
    outcome: 'delivered',
    receiptNo,
  })
  const acknowledgedAt = after(700, 3500)
  if (acknowledgedAt > scene.now || chance.isTrue(0.2)) return
  const reference = `ACK-${chance.between(10_000, 99_999)}`
  await take(scene, acknowledgeBatch, id, 'acknowledge', delegate, acknowledgedAt, { reference })
  await paid(scene, site, chance, id, supervisor, acknowledgedAt)
}
