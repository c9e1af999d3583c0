import { inventedPhone, patientCount } from '#test/bench/product/inventedCases.ts'
import { atMost, type Goal } from './figures.ts'

/** A question about many cases, which a desk of another make can be asked as well. */
export interface DeskQuestion {
  readonly what: string
  readonly goal?: Goal
  /** The filter of its n-th asking among `size` cases; it differs, so that no answer is remembered from before. */
  readonly filter?: (n: number, size: number) => Readonly<Record<string, unknown>>
  readonly sort?: readonly (readonly [column: string, order: 'ASC' | 'DESC'])[]
  /** Where in the list the page begins, as a share of all that match. */
  readonly depth?: number
  /** Groups are asked for instead of a page. */
  readonly by?: readonly string[]
}

const cycle = (n: number, ...values: readonly string[]): string => values[n % values.length] ?? ''
const search = (what: string, term: (n: number, size: number) => string): DeskQuestion => ({
  what: `search, ${what}`,
  goal: atMost(30, '≤ 30 ms p50 at 10⁵', null),
  filter: (n, size) => ({ q: term(n, size) }),
})
const list = atMost(30, '≤ 30 ms p50 at 10⁵, ≤ 250 ms at 10⁶', 250)
const dayOf = (n: number): string => new Date(Date.now() - (400 + n) * 86_400_000).toISOString().slice(0, 10)

/** The column that groups add up. */
export const summedColumn = 'disputedMinor'

/** What is asked of every size, each with its goal. */
export const questions: readonly DeskQuestion[] = [
  { what: 'default list', goal: atMost(5, '≤ 5 ms p50 at every size') },
  { what: 'sorted by an unindexed column', goal: list, sort: [['disputedMinor', 'DESC']] },
  {
    what: 'sorted by two columns',
    goal: list,
    sort: [
      ['status', 'ASC'],
      ['responseDueAt', 'DESC'],
    ],
  },
  {
    what: 'three filters',
    goal: list,
    filter: (n) => ({
      type_eq_any: [cycle(n, 'complaint', 'enquiry'), cycle(n, 'payment-refusal', 'approval-delay', 'compliment')],
      disputedMinor_gte: 100_000 + n * 1000,
      receivedAt_gte: dayOf(n),
    }),
  },
  {
    what: 'three filters, sorted by an unindexed column',
    goal: list,
    filter: (n) => ({
      status_neq: cycle(n, 'received', 'closed'),
      severity: 'major',
      disputedMinor_lt: 300_000 + n * 1000,
    }),
    sort: [['patientName', 'ASC']],
  },
  {
    what: 'part of a name, and no owner',
    goal: list,
    filter: (n) => ({ patientName_contains: cycle(n, 'art', 'قحط', '王', 'enn'), ownerId_empty: true }),
  },
  {
    what: 'deep offset under a loose filter, sorted by a name',
    goal: atMost(100, '≤ 100 ms p50 at 10⁵, ≤ 1.5 s at 10⁶', 1500),
    filter: () => ({ severity: 'routine' }),
    sort: [['patientName', 'ASC']],
    depth: 0.9,
  },
  search('Latin letters inside a name', (n) => cycle(n, 'nnet', 'arter', 'urph', 'ernand')),
  search('Arabic letters', (n) => cycle(n, 'قحطان', 'غامد', 'زهران', 'شهري')),
  search('one Han letter', (n) => cycle(n, '王', '李', '张', '陈')),
  search('end of a phone', (n, size) => inventedPhone((n * 37) % patientCount(size)).slice(-7)),
  search('part of a number', (n) => `-${String(10 + n).padStart(6, '0')}`),
  {
    what: 'groups by two columns with a sum',
    goal: atMost(80, '≤ 80 ms p50 at 10⁵', null),
    by: ['status', 'type'],
  },
  {
    what: 'groups by two columns with a sum, filtered',
    goal: atMost(80, '≤ 80 ms p50 at 10⁵', null),
    by: ['ownerId', 'severity'],
    filter: (n) => ({ receivedAt_gte: dayOf(n) }),
  },
]
