import { pathToFileURL } from 'node:url'

/** List prices of us-east-1 in dollars, without free tiers and taxes (aws.amazon.com/<service>/pricing, November 2026). */
const prices = {
  'DynamoDB, a million write units': 0.625,
  'DynamoDB, a million read units': 0.125,
  'DynamoDB, a GB with backups and their copies': 0.25 + 0.2 + 0.1 + 0.1,
  'Lambda, a million calls': 0.2,
  'Lambda, a million GB-seconds': 13.3334,
  'Lambda, a million GB-seconds of storage': 0.0309,
  'HTTP API, a million requests': 1,
  'Scheduler, a million ticks': 1,
  'S3, a GB': 0.023,
  'S3, a million reads': 0.4,
  'CloudWatch, a GB of logs': 0.5,
  'CloudWatch, an alarm or metric': 0.1,
  'Cognito, a person': 0.02,
  'SES, a thousand mails': 0.1,
  'KMS, a million signatures': 3,
  'Keys, secrets and firewall, a dollar': 1,
} as const

type PriceName = keyof typeof prices

/** What one thing costs in units of AWS, as `npm run bench` measures it. */
export const units = {
  /** Write units with history, event and indexes. */
  ...{ create: 12, change: 8 },
  /** Read units; an instance that begins reads what changed since its snapshot, 5,000 changes at the most. */
  ...{ readBeforeWrite: 4, list: 2, record: 0.5, coldStart: 160 },
  /** Milliseconds of a function. */
  ...{ listMs: 40, writeMs: 60, coldStartMs: 1500 },
  /** KiB that a version of a record takes with its history, that a row takes in a snapshot, and that a request logs. */
  ...{ versionKiB: 2.2, rowKiB: 0.3, lineKiB: 0.4 },
}

/** A hospital in one month. */
interface Month {
  readonly name: string
  readonly visits: number
  /** People who work in the panel. */
  readonly people: number
  /** Records of all the years kept. */
  readonly records: number
}

/** The months whose bills stand in docs/scale.md. */
export const months: readonly Month[] = [
  { name: 'a clinic, 2,000 visits', visits: 2_000, people: 12, records: 300_000 },
  { name: 'a group, 200,000 visits', visits: 200_000, people: 400, records: 6_000_000 },
]

/** New records and changes for each visit: its import, a survey, a file of an insured one in four, a case of one in a hundred. */
const perVisit = {
  creates: 1.5 + 0.6 + 0.15 + 0.25 + 0.01 * 7,
  changes: 0.5 + 0.6 * 2 + 0.15 + 0.25 * 6 + 0.01 * 12,
  mails: 0.6 + 0.3 + 0.01 * 4,
  pages: 0.3 * 2,
}

/** What a person does on a working day, and the working days of a month. */
const perPerson = { days: 22, lists: 250, records: 120, coldStarts: 1 }

const minutes = 30 * 24 * 60
const listingMemoryGiB = 1769 / 1024
const million = 1_000_000

/** What a month consumes, by price. */
function consumed({ visits, people, records }: Month): Record<PriceName, number> {
  const creates = visits * perVisit.creates
  const changes = visits * perVisit.changes
  const personDays = people * perPerson.days
  const [lists, reads, coldStarts] = [perPerson.lists, perPerson.records, perPerson.coldStarts].map(
    (n) => n * personDays,
  )
  const requests = (lists ?? 0) + (reads ?? 0) + creates + changes + visits * perVisit.pages
  // Two sweeps a minute, four ticks every five, two every fifteen, one an hour; each transaction also wakes the events function.
  const ticks = minutes * (2 + 4 / 5 + 2 / 15 + 1 / 60)
  const calls = requests + ticks + creates + changes
  const seconds =
    ((lists ?? 0) * units.listMs + (calls - (lists ?? 0)) * units.writeMs + (coldStarts ?? 0) * units.coldStartMs) /
    1000
  const readUnits =
    (lists ?? 0) * units.list +
    (reads ?? 0) * units.record +
    (creates + changes) * units.readBeforeWrite +
    (coldStarts ?? 0) * units.coldStart +
    // The sweeps look into eight shards of events and four of jobs, half a unit each.
    minutes * 6
  return {
    'DynamoDB, a million write units': (creates * units.create + changes * units.change) / million,
    'DynamoDB, a million read units': readUnits / million,
    'DynamoDB, a GB with backups and their copies': (records * units.versionKiB * 3) / 1024 ** 2,
    'Lambda, a million calls': calls / million,
    'Lambda, a million GB-seconds': (seconds * listingMemoryGiB) / million,
    'Lambda, a million GB-seconds of storage': (seconds * 1.5) / million,
    'HTTP API, a million requests': requests / million,
    'Scheduler, a million ticks': ticks / million,
    'S3, a GB': (records * units.rowKiB * 3) / 1024 ** 2 + 1,
    'S3, a million reads': ((coldStarts ?? 0) * 2) / million,
    'CloudWatch, a GB of logs': (calls * units.lineKiB) / 1024 ** 2,
    // Alarms over sums cost each metric of the sum.
    'CloudWatch, an alarm or metric': 72 + 6 * 3,
    'Cognito, a person': people,
    'SES, a thousand mails': (visits * perVisit.mails) / 1000,
    'KMS, a million signatures': (creates + changes) / million,
    // Five keys, three secrets with two replicas, and two firewalls with eight rules.
    'Keys, secrets and firewall, a dollar': 5 + 2 + 18,
  }
}

const dollars = (amount: number): string => `$${amount.toFixed(2)}`

/** The bills of all months as a table in Markdown: dollars by price, and their sums. */
export function billTable(): string {
  const names = Object.keys(prices) as PriceName[]
  const all = months.map(consumed)
  const cost = (amounts: Record<PriceName, number>, name: PriceName) => amounts[name] * prices[name]
  const rows = names.map((name) => [
    name.replace(/, an? .*/, (unit) => unit.replace(', ', ': ')),
    ...all.flatMap((amounts) => [amounts[name].toPrecision(3), dollars(cost(amounts, name))]),
  ])
  const sums = all.flatMap((amounts) => [
    '',
    `**${dollars(names.reduce((sum, name) => sum + cost(amounts, name), 0))}**`,
  ])
  const head = ['price', ...months.flatMap(({ name }) => [name, ''])]
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`
  return [line(head), `|---${'|---:'.repeat(2 * months.length)}|`, ...rows.map(line), line(['**sum**', ...sums])].join(
    '\n',
  )
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) console.log(billTable())
