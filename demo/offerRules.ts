import { OfferRule } from '#shared/entities/offerRule.ts'
import type { DemoWriter } from './demoWriter.ts'
import type { Sites } from './sites.ts'
import { takeSteps } from './takeSteps.ts'
import type { Staff } from './users.ts'
import { offerRuleWords } from './words/offerWords.ts'

/** Officers offer up to limit A, unit managers up to limit B, the director what is above; or a share of each. */
const limitsOf = (profileShareBp?: number) =>
  (['officer', 'unit-manager', 'director'] as const).map((role) => ({
    role,
    ...(role !== 'director' && { profileLimit: role === 'officer' ? 'A' : 'B' }),
    ...(role !== 'director' && profileShareBp !== undefined && { profileShareBp }),
  }))

const { fault, goodwill, gift, next } = offerRuleWords
const approverRole = 'unit-manager'
const faultRule = {
  ...fault,
  code: 'discount-fault',
  remedy: 'discount',
  faultClasses: ['own-fault'],
  limits: limitsOf(),
}
const rules = [
  { ...faultRule, approverRole },
  { ...goodwill, code: 'discount-goodwill', remedy: 'discount', limits: limitsOf(5000), approverRole },
  { ...gift, code: 'gift', remedy: 'gift', limits: limitsOf(5000), approverRole },
]

/** Gives every site its rules for offers of money, and a draft of the next version of one of them. */
export async function createOfferRules(writer: DemoWriter, sites: Sites, staff: Staff): Promise<void> {
  const random = writer.random('offer rules')
  for (const site of Object.values(sites)) {
    const [director] = staff.withRole(site.id, 'director')
    const at = writer.daysAgo(785)
    const draftedAt = writer.daysAgo(4)
    const create = (body: object, createdAt: string, ruleVersion: number) =>
      writer.create(
        OfferRule,
        { siteId: site.id, ...body },
        {
          at: createdAt,
          by: director,
          facts: { ruleVersion },
          id: random.id(OfferRule, createdAt),
        },
      )
    const changes = []
    for (const rule of rules) changes.push(await create(rule, at, 1))
    const patientCapMinor = site.currency === 'KWD' ? 300_000 : 400_000
    changes.push(await create({ ...faultRule, approverRole, name: next, patientCapMinor }, draftedAt, 2))
    const written = await writer.write(changes)
    const steps = director ? [{ at, by: director, action: 'publish' }] : []
    for (const stored of written.slice(0, rules.length)) await takeSteps(writer, OfferRule, [{ stored, steps }])
  }
}
