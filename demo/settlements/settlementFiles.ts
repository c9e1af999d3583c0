import type { StoredRecord } from '#functions/platform/store/item.ts'
import type { Actor } from '#shared/declaration/access.ts'
import type { AnyRecord } from '#shared/declaration/entity.ts'
import { SettlementFile } from '#shared/entities/settlementFile.ts'
import type { Site } from '#shared/entities/site.ts'
import type { ClaimLine } from '#shared/rules/settlements/claim.ts'
import { type DemoWriter, dayLater } from '../demoWriter.ts'
import type { Visit } from '../patients/encounters.ts'
import type { Random } from '../random.ts'
import { type Sites, siteCodeOf } from '../sites.ts'
import { type DemoStep, type StepSequence, takeSteps } from '../takeSteps.ts'
import type { Staff } from '../users.ts'
import { services } from '../words/services.ts'
import { overrideReasons, returnReasons, voidReasons } from '../words/settlementReasons.ts'
import { afterWorkingMinutes } from '../workingHours.ts'
import type { Membership } from './coverages.ts'

const stayOnly: readonly string[] = ['accommodation', 'surgery']

const hex = (random: Random): string => Array.from({ length: 64 }, () => random.between(0, 15).toString(16)).join('')

/** A price in the currency's minor unit: a dinar is about twelve riyals, and prices in fils are multiples of 250. */
const priceIn = (currency: string, halalas: number): number =>
  currency === 'KWD' ? Math.max(250, Math.round(halalas / 12 / 25) * 250) : halalas

/** Share of visits with a claim, by kind of care; the others are paid otherwise. */
const claimShares = { in: 1, out: 0.8, emergency: 0.4, 'work-injury': 0.15 } as const

/** The services of a visit as the accountant enters them. */
function linesOf(random: Random, { encounter, department }: Visit, currency: string): ClaimLine[] {
  const { careType, serviceOn, dischargedOn = serviceOn } = encounter
  const days = (Date.parse(dischargedOn) - Date.parse(serviceOn)) / 86_400_000
  const [first, ...others] = department.services.filter(
    (code) => careType === 'in' || !stayOnly.includes(services[code].category),
  )
  const codes = [first, ...others.filter(() => random.isTrue(0.6))].flatMap((code) => code ?? [])
  return codes.map((code, index) => {
    const { description, category, priceMinor, most } = services[code]
    return {
      lineNo: index + 1,
      serviceOn: dayLater(serviceOn, random.between(0, days)),
      codeSystem: 'local',
      serviceCode: code,
      description,
      serviceCategory: category,
      quantity: code === 'ROOM-DAY' ? Math.max(1, days) : random.between(1, most ?? 1),
      unitPriceMinor: priceIn(currency, priceMinor),
    }
  })
}

const documentsOf = (random: Random, { encounter: { number } }: Visit) =>
  (['medicalReport', 'invoice', 'approval', 'labResult'] as const)
    .filter((kind) => kind !== 'labResult' || random.isTrue(0.4))
    .map((kind) => ({ kind, file: `${number}-${kind}.pdf`, sha256: hex(random) }))

/** The body of an approval: one after the payer's limit needs a reason. */
const approvalOf = (record: AnyRecord, approvedAt: string, reason: string) =>
  typeof record.dueBy === 'string' && approvedAt.slice(0, 10) >= record.dueBy ? { overrideReason: reason } : {}

/** The steps of a file after it was opened, by different people; some files are returned or voided. */
function stepsOf(
  random: Random,
  site: Site,
  staff: Staff,
  visit: Visit,
  openedAt: string,
  currency: string,
): DemoStep[] {
  const clerk = random.pick(staff.withRole(site.id, 'insurance-clerk'))
  const accountant = random.pick(staff.withRole(site.id, 'accountant'))
  const supervisor = random.pick(staff.withRole(site.id, 'accounts-supervisor'))
  const manager = random.pick(staff.withRole(site.id, 'services-manager'))
  const slowness = random.slowness()
  let now = openedAt
  const after = (low: number, high: number) => {
    now = afterWorkingMinutes(site, now, slowness * random.between(low, high))
    return now
  }
  const lines = linesOf(random, visit, currency)
  const estimate = (): DemoStep => ({ at: after(400, 2600), by: accountant, action: 'estimate', body: { lines } })
  const verify = (): DemoStep => ({
    at: after(300, 2000),
    by: supervisor,
    action: 'verify',
    body: ({ totalsHash }) => ({ totalsHash }),
  })
  const approve = (): DemoStep => {
    const at = after(300, 1800)
    const reason = random.pick(overrideReasons)
    return { at, by: manager, action: 'approve', body: (record) => approvalOf(record, at, reason) }
  }
  const giveBack = (by: Actor): DemoStep => ({
    at: after(150, 900),
    by,
    action: 'return',
    body: { reason: random.pick(returnReasons) },
  })
  const request: DemoStep = { at: after(30, 700), by: clerk, action: 'request-record' }
  const voidBody = { reason: random.pick(voidReasons) }
  const detour = random.weighted([
    ['none', 87],
    ['corrected', 6],
    ['returned', 4],
    ['void', 3],
  ] as const)
  if (detour === 'void')
    return [
      request,
      { at: after(200, 900), by: supervisor, action: 'void', body: voidBody },
      { at: after(60, 500), by: manager, action: 'void', body: voidBody },
    ]
  const receivedAt = after(150, 1500)
  // The demo notes documents without sending files: nobody has written them.
  const note = {
    at: receivedAt,
    by: clerk,
    action: 'add-documents',
    changes: { documents: documentsOf(random, visit) },
  }
  const receive = { at: receivedAt, by: clerk, action: 'receive-record' }
  const start = [request, note, receive, estimate()]
  if (detour === 'returned') return [...start, verify(), giveBack(manager)]
  if (detour === 'corrected') return [...start, giveBack(supervisor), estimate(), verify(), approve()]
  return [...start, verify(), approve()]
}

/** Creates settlement files for insured visits and takes their steps until the end of the demo. */
export async function createSettlementFiles(
  writer: DemoWriter,
  sites: Sites,
  staff: Staff,
  visits: readonly Visit[],
  memberships: ReadonlyMap<string, Membership>,
): Promise<StoredRecord[]> {
  const random = writer.random('settlement files')
  const planned = random
    .shuffled(visits)
    .flatMap((visit) => {
      const { encounter, patient } = visit
      const membership = memberships.get(patient.id)
      const site = sites[siteCodeOf(sites, encounter.siteId)]
      const endedOn = encounter.dischargedOn ?? (encounter.careType === 'in' ? undefined : encounter.serviceOn)
      if (!membership || !endedOn || !random.isTrue(claimShares[encounter.careType])) return []
      const openedAt = afterWorkingMinutes(site, `${endedOn}T16:00:00.000Z`, random.between(60, 1100))
      return openedAt < writer.now ? [{ visit, membership, site, openedAt }] : []
    })
    .slice(0, writer.count(250))
    .sort((a, b) => (a.openedAt < b.openedAt ? -1 : 1))
  const changes = []
  for (const { visit, membership, site, openedAt: at } of planned) {
    const { id: encounterId, diagnosisCodes, doctor } = visit.encounter
    const { coverage, agreement } = membership
    const body = {
      encounterId,
      coverageId: coverage.id,
      contractId: agreement.contract.id,
      diagnosisCodes,
      physician: doctor,
      approvalNo: `APP-${random.between(50_000, 99_999)}`,
    }
    const by = random.pick(staff.withRole(site.id, 'insurance-clerk'))
    changes.push(await writer.create(SettlementFile, body, { at, by, id: random.id(SettlementFile, at) }))
  }
  const opened = await writer.write(changes)
  const sequences = planned.flatMap(({ visit, site, openedAt, membership }, index): StepSequence[] => {
    const stored = opened[index]
    const { currency } = membership.agreement.contract
    return stored ? [{ stored, steps: stepsOf(random, site, staff, visit, openedAt, currency) }] : []
  })
  return takeSteps(writer, SettlementFile, sequences)
}
