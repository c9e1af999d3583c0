import { callFilter } from '#admin/follow-ups/useCalls.ts'
import type { Me } from '#admin/provider/contract.ts'
import type { Order, RecordValues } from '#shared/declaration/entity.ts'
import type { Tone } from '#shared/declaration/lifecycle.ts'
import { caseStaff } from '#shared/declaration/roles.ts'
import { approverRoles } from '#shared/entities/offer.ts'

/** Records that wait for one person: the words of their number, and the list behind it. */
export interface WaitingWork {
  /** Key of the words, below `home.waiting`. */
  readonly name: string
  readonly resource: string
  readonly filter: RecordValues
  readonly order: Order
  readonly tone: Tone
  /** The page that shows the same records; their list when absent. */
  readonly to?: string
}

/** An instant and the day that it is at the person's site. */
interface Today {
  readonly now: string
  readonly today: string
}

/** What waits for a person, by what their roles do and decide: each is asked of a resource that those roles read. */
export function waitingWorkOf(me: Me, { now, today }: Today): WaitingWork[] {
  const { id, roles } = me
  const inADay = new Date(Date.parse(now) + 86_400_000).toISOString()
  const deciding = approverRoles.filter((role) => roles.includes(role))
  const isStaff = caseStaff.some((role) => roles.includes(role))
  const isLead = deciding.length > 0
  const isDirector = roles.includes('director')
  const soonest = [['dueAt', 'ASC']] as const
  const offers = { status: 'pending-approval', approverRole_eq_any: deciding, requestedBy_neq: id }
  const promises = { status: 'open', ownerId: id, dueAt_lt: inADay }
  const work: (WaitingWork | false)[] = [
    isStaff && {
      name: 'calls',
      resource: 'follow-ups',
      filter: callFilter('mine', me, today),
      order: [['dueTo', 'ASC']],
      tone: 'plain',
      to: '/calls',
    },
    isLead && { name: 'offers', resource: 'offers', filter: offers, order: soonest, tone: 'near' },
    isStaff && { name: 'promises', resource: 'promises', filter: promises, order: soonest, tone: 'near' },
    isLead && {
      name: 'latePromises',
      resource: 'promises',
      filter: { status: 'open', dueAt_lt: now },
      order: soonest,
      tone: 'past',
    },
    isLead && {
      name: isDirector ? 'reportsToAccept' : 'reportsToWrite',
      resource: 'special-reports',
      filter: isDirector ? { status: 'submitted' } : { status_eq_any: ['draft', 'returned'] },
      order: soonest,
      tone: 'near',
    },
    isDirector && {
      name: 'letters',
      resource: 'letters',
      filter: { status: 'pending-approval' },
      order: [['createdAt', 'ASC']],
      tone: 'near',
    },
  ]
  return work.filter((each) => each !== false)
}
