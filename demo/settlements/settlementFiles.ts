import type { StoredRecord } from '#functions/platform/store/item.ts'
import type { AnyRecord } from '#shared/declaration/entity.ts'
import { SettlementFile } from '#shared/entities/settlementFile.ts'
import type { Site } from '#shared/entities/site.ts'
import type { ClaimLine } from '#shared/rules/settlements/claim.ts'
import type { Chance } from '../chance.ts'
import { type Life, type LifeStep, live } from '../lives.ts'
import { workedAfter } from '../office.ts'
import type { Visit } from '../patients/encounters.ts'
import type { Staff } from '../people.ts'
import { dayLater, type Scene } from '../scene.ts'
import { codeOf, type SiteCode } from '../sites.ts'
import { services } from '../words/services.ts'
import { overrideReasons, returnReasons, voidReasons } from '../words/settlementReasons.ts'
import type { Membership } from './coverages.ts'

const stayOnly: readonly string[] = ['accommodation', 'surgery']

const hex = (chance: Chance): string => Array.from({ length: 64 }, () => chance.between(0, 15).toString(16)).join('')

/** A dinar is worth about twelve riyals; prices in fils go by quarters of a dinar. */
const priceIn = (currency: string, halalas: number): number =>
  currency === 'KWD' ? Math.max(250, Math.round(halalas / 12 / 25) * 250) : halalas

/** How often a visit is claimed, by kind of care; the rest is paid by others. */
const claimed = { in: 1, out: 0.8, emergency: 0.4, 'work-injury': 0.15 } as const

/** The services of a visit as the accountant enters them. */
function linesOf(chance: Chance, { encounter, department }: Visit, currency: string): ClaimLine[] {
  const { careType, serviceOn, dischargedOn = serviceOn } = encounter
  const days = (Date.parse(dischargedOn) - Date.parse(serviceOn)) / 86_400_000
  const [first, ...others] = department.services.filter(
    (code) => careType === 'in' || !stayOnly.includes(services[code].category),
  )
  const chosen = [first, ...others.filter(() => chance.isTrue(0.6))].flatMap((code) => code ?? [])
  return chosen.map((code, index) => {
    const { description, category, priceMinor, most } = services[code]
    return {
      lineNo: index + 1,
      serviceOn: dayLater(serviceOn, chance.between(0, days)),
      codeSystem: 'local',
      serviceCode: code,
      description,
      serviceCategory: category,
      quantity: code === 'ROOM-DAY' ? Math.max(1, days) : chance.between(1, most ?? 1),
      unitPriceMinor: priceIn(currency, priceMinor),
    }
  })
}

const documentsOf = (chance: Chance, { encounter: { number } }: Visit) =>
  (['medicalReport', 'invoice', 'approval', 'labResult'] as const)
    .filter((kind) => kind !== 'labResult' || chance.isTrue(0.4))
    .map((kind) => ({ kind, file: `${number}-${kind}.pdf`, sha256: hex(chance) }))

const approval = (record: AnyRecord, now: string, reason: string) =>
  typeof record.dueBy === 'string' && now.slice(0, 10) >= record.dueBy ? { overrideReason: reason } : {}

/** What happens to a file after it is opened, taken by different people, with its detours. */
function stepsOf(
  chance: Chance,
  site: Site,
  staff: Staff,
  visit: Visit,
  openedAt: string,
  currency: string,
): LifeStep[] {
  const clerk = chance.pick(staff.at(site.id, 'insurance-clerk'))
  const accountant = chance.pick(staff.at(site.id, 'accountant'))
  const supervisor = chance.pick(staff.at(site.id, 'accounts-supervisor'))
  const manager = chance.pick(staff.at(site.id, 'services-manager'))
  const slowness = chance.patience()
  let now = openedAt
  const after = (low: number, high: number) => {
    now = workedAfter(site, now, slowness * chance.between(low, high))
    return now
  }
  const lines = linesOf(chance, visit, currency)
  const estimate = (): LifeStep => ({ at: after(400, 2600), by: accountant, action: 'estimate', body: { lines } })
  const verify = (): LifeStep => ({
    at: after(300, 2000),
    by: supervisor,
    action: 'verify',
    body: ({ totalsHash }) => ({ totalsHash }),
  })
  const approve = (): LifeStep => {
    const when = after(300, 1800)
    const reason = chance.pick(overrideReasons)
    return { at: when, by: manager, action: 'approve', body: (record) => approval(record, when, reason) }
  }
  const back = (by: typeof manager): LifeStep => ({
    at: after(150, 900),
    by,
    action: 'return',
    body: { reason: chance.pick(returnReasons) },
  })
  const request: LifeStep = { at: after(30, 700), by: clerk, action: 'request-record' }
  const voiding = chance.pick(voidReasons)
  const detour = chance.weighted([
    ['none', 87],
    ['mended', 6],
    ['returned', 4],
    ['void', 3],
  ] as const)
  if (detour === 'void')
    return [
      request,
      { at: after(200, 900), by: supervisor, action: 'void', body: { reason: voiding } },
      { at: after(60, 500), by: manager, action: 'void', body: { reason: voiding } },
    ]
  const receive: LifeStep = {
    at: after(150, 1500),
    by: clerk,
    action: 'receive-record',
    body: { documents: documentsOf(chance, visit) },
  }
  const start = [request, receive, estimate()]
  if (detour === 'returned') return [...start, verify(), back(manager)]
  if (detour === 'mended') return [...start, back(supervisor), estimate(), verify(), approve()]
  return [...start, verify(), approve()]
}

/** Opens files for insured visits and carries them through the chain as far as time allows. */
export async function settle(
  scene: Scene,
  sites: Readonly<Record<SiteCode, Site>>,
  staff: Staff,
  visits: readonly Visit[],
  memberships: ReadonlyMap<string, Membership>,
): Promise<StoredRecord[]> {
  const chance = scene.chance('settlement files')
  const planned = chance
    .shuffled(visits)
    .flatMap((visit) => {
      const { encounter, patient } = visit
      const membership = memberships.get(patient.id)
      const site = sites[codeOf(sites, encounter.siteId)]
      const leftOn = encounter.dischargedOn ?? (encounter.careType === 'in' ? undefined : encounter.serviceOn)
      if (!membership || !leftOn || !chance.isTrue(claimed[encounter.careType])) return []
      const openedAt = workedAfter(site, `${leftOn}T16:00:00.000Z`, chance.between(60, 1100))
      return openedAt < scene.now ? [{ visit, membership, site, openedAt }] : []
    })
    .slice(0, scene.count(250))
    .sort((a, b) => (a.openedAt < b.openedAt ? -1 : 1))
  const changes = []
  for (const { visit, membership, site, openedAt: now } of planned) {
    const { id: encounterId, diagnosisCodes, doctor } = visit.encounter
    const { coverage, agreement } = membership
    const body = {
      encounterId,
      coverageId: coverage.id,
      contractId: agreement.contract.id,
      diagnosisCodes,
      physician: doctor,
      approvalNo: `APP-${chance.between(50_000, 99_999)}`,
    }
    const by = chance.pick(staff.at(site.id, 'insurance-clerk'))
    const facts = { openedAt: now, openedBy: by.userId, holderId: by.userId }
    changes.push(await scene.create(SettlementFile, body, { at: now, by, facts, id: chance.id(SettlementFile, now) }))
  }
  const opened = await scene.write(changes)
  const lives = planned.flatMap(({ visit, site, openedAt, membership }, index): Life[] => {
    const stored = opened[index]
    const { currency } = membership.agreement.contract
    return stored ? [{ stored, steps: stepsOf(chance, site, staff, visit, openedAt, currency) }] : []
  })
  return live(scene, SettlementFile, lives)
}
