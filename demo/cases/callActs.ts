import type { Actor } from '#shared/declaration/access.ts'
import type { FollowUp } from '#shared/entities/followUp.ts'
import type { Site } from '#shared/entities/site.ts'
import { dayAt } from '#shared/rules/follow-ups/contactDays.ts'
import type { Random } from '../random.ts'
import type { ActRecords, DemoAct } from '../takeActs.ts'
import { callWords } from '../words/talkWords.ts'

type Outcome = NonNullable<FollowUp['outcome']>

/** How a call goes that was planned. */
export type CallEnd = Outcome | 'no-answer' | 'refused'

/** Who calls, and at which site. */
export interface CallScene {
  readonly random: Random
  readonly site: Site
  readonly caller: Actor
  /** The day on which the demo ends; some calls of it are still to be made. */
  readonly today: string
}

/** Whether the call is still to be made. */
export const isRunning = ({ call }: ActRecords): boolean =>
  ['planned', 'consent-pending', 'scheduled'].includes(String(call?.status))

/** The product puts the call on the list of its morning. */
export const listed = ({ site, caller }: CallScene): DemoAct => ({
  name: 'call',
  does: { step: 'assign' },
  when: ({ records, at }) => String(records.call?.nextAt ?? at),
  values: ({ at }) => ({ callerId: caller.userId, callOn: dayAt(site, at) }),
  only: isRunning,
})

/** The acts of a call from the morning on which it stands on a list to its end. */
export function callActs(scene: CallScene, end: CallEnd): DemoAct[] {
  const { random, caller, today } = scene
  const isLeft = random.isTrue(0.6)
  const isMade = (records: ActRecords) => isRunning(records) && !(isLeft && records.call?.callOn === today)
  const attempt = (result: string, callNote?: string): DemoAct => ({
    name: 'call',
    does: { step: 'attempt' },
    when: random.between(5, 240),
    by: caller,
    values: { result, ...(callNote && { callNote }) },
    only: isMade,
  })
  const unanswered = () => attempt(random.isTrue(0.8) ? 'no-answer' : 'busy', random.pick(callWords.noAnswer))
  if (end === 'no-answer') return Array.from({ length: 3 }, () => [listed(scene), unanswered()]).flat()
  if (end === 'refused') return [listed(scene), attempt('refused', callWords.refused)]
  const first = random.isTrue(0.25) ? [unanswered(), listed(scene)] : []
  return [
    listed(scene),
    ...first,
    {
      name: 'call',
      does: { step: 'complete' },
      when: random.between(5, 240),
      by: caller,
      values: { outcome: end, ...wordsOf(random, end) },
      only: isMade,
    },
  ]
}

function wordsOf(random: Random, outcome: Outcome): { recoveryNote?: string; concerns?: string } {
  switch (outcome) {
    case 'unsatisfied':
      return { concerns: random.pick(callWords.unsatisfied) }
    case 'complaint-raised':
      return { concerns: callWords.complaint }
    case 'clinical-concern':
      return { concerns: callWords.clinical }
    case 'request-handled':
      return { recoveryNote: callWords.handled }
    case 'request-declined':
      return { recoveryNote: callWords.declined }
    default: {
      const recoveryNote = random.pick(callWords[outcome])
      return recoveryNote ? { recoveryNote } : {}
    }
  }
}
