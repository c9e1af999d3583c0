import type { RecordBase, RecordValues } from '#shared/declaration/entity.ts'
import { User } from '#shared/entities/user.ts'
import { type Refusal, refuse } from '#shared/refusals.ts'
import type { ActionRule, Links, Rules } from '#shared/rules/decision.ts'
import { isEmployed, type WeeklyHours } from './presence.ts'

/** A step that a person takes on their own record, or an administrator for them; what its form leaves out is cleared. */
const ofOneself = (step: keyof typeof User.actions): ActionRule => ({
  decide: ({ record, actor, body }) => {
    if (actor.userId !== record.id && !actor.roles.includes('admin')) return refuse('OWN_ONLY')
    const cleared = Object.keys(User.actions[step].body).filter((name) => body[name] === undefined)
    return { changes: Object.fromEntries(cleared.map((name) => [name, null])) }
  },
})

/** What is decided about a person: deputies who are there, absences and hours that make sense. */
export const userRules: Rules = {
  derivation: {
    links: ['deputyId'],
    derive: () => ({}),
    check: (record, before, _actor, links) => refusalOf(record, before, links),
  },
  actions: { 'choose-mail': ofOneself('choose-mail'), 'plan-absence': ofOneself('plan-absence') },
}

function refusalOf(record: RecordBase & RecordValues, before: RecordValues | undefined, links: Links) {
  const user = record as RecordBase as User
  // A deputy who leaves later keeps nobody from changing this record.
  if (user.deputyId && user.deputyId !== before?.deputyId) {
    if (user.deputyId === user.id) return refuse('DEPUTY_SELF')
    if (!isEmployed(links.deputyId as RecordBase as User | undefined)) return refuse('DEPUTY_INACTIVE')
  }
  if (user.awayFrom && user.awayTo && user.awayTo < user.awayFrom) return refuse('AWAY_ORDER')
  return hoursRefusal(user.onDuty) ?? hoursRefusal(user.noticeHours)
}

// A field that is being cleared is `null` here.
function hoursRefusal(hours: WeeklyHours | null | undefined): Refusal | undefined {
  const isOrdered = Object.values(hours ?? {}).every((spans) =>
    spans.every(({ from, to }, index) => from < to && from >= (spans[index - 1]?.to ?? '')),
  )
  return isOrdered ? undefined : refuse('HOURS_ORDER')
}
