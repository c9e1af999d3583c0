/** What a colour says: done, near its limit, past it, or nothing. */
export type Tone = 'done' | 'near' | 'past' | 'plain'

const tones: Readonly<Record<string, Tone>> = {
  ...all(
    'done',
    'resolved closed settled acknowledged delivered approved answered sent done published granted accepted captured',
  ),
  ...all(
    'near',
    'awaiting-patient responding returned queued running started partly-paid partly record-requested draft',
  ),
  ...all('past', 'major failed undeliverable expired refused voided void legal-route rejected cancelled high'),
}

function all(tone: Tone, values: string): Record<string, Tone> {
  return Object.fromEntries(values.split(' ').map((value) => [value, tone]))
}

/** The tone of a status, a stage or a severity; a case that was only acknowledged is not done. */
export const toneOf = (value: unknown, resource?: string): Tone =>
  resource === 'cases' && value === 'acknowledged' ? 'plain' : (tones[String(value)] ?? 'plain')

/** Names of fields that are shown as a state. */
export const isState = (name: string): boolean =>
  ['status', 'stage', 'severity', 'outcome', 'patientDecision'].includes(name)

/** Names of fields that are a limit in time. */
export const isLimit = (name: string): boolean => /Due(At|By|On)$/.test(name) || name === 'dueBy'

/** How near a limit is: past it, within a day of it, or neither; a matter that is over has no limit. */
export function limitTone(due: unknown, isOver: boolean, now = Date.now()): Tone {
  const index = Date.parse(String(due))
  if (isOver || Number.isNaN(index)) return 'plain'
  if (index < now) return 'past'
  return index - now < 86_400_000 ? 'near' : 'plain'
}

const over = new Set([
  'resolved',
  'closed',
  'withdrawn',
  'merged',
  'legal-route',
  'delivered',
  'settled',
  'void',
  'voided',
])

/** Whether a record's clocks no longer matter. */
export const isOver = (record: Readonly<Record<string, unknown>>): boolean =>
  record.isOpen === false || over.has(String(record.status ?? record.stage ?? ''))
