import { expect, test } from 'vitest'
import { product } from '#functions/platform/http/context.ts'
import type { Case } from '#shared/entities/case.ts'
import { answerHelp, callForHelp } from '#shared/rules/cases/help.ts'
import type { Decision } from '#shared/rules/decision.ts'

const at = (minute: number) => `2026-11-10T09:${String(minute).padStart(2, '0')}:00.000Z`
const person = (userId: string) => ({ ...product, userId })
const situation = (help: Case['help'], userId: string, now: string) => ({
  record: { id: 'case_1', version: 1, siteId: 'site_1', help },
  body: { note: 'He shouts at the desk.' },
  actor: person(userId),
  now,
  related: {},
})
const helpOf = ({ changes }: Decision) => changes.help as NonNullable<Case['help']>

test('a call for help is kept, and the unit managers are told at once', () => {
  const decision = callForHelp.decide(situation(undefined, 'desk', at(0))) as Decision
  expect(helpOf(decision)).toEqual([{ askedAt: at(0), askedBy: 'desk', note: 'He shouts at the desk.' }])
  const [notice] = decision.creates ?? []
  expect(notice?.values).toMatchObject({ rule: 'help-called', toRole: 'unit-manager', urgency: 'urgent' })
  expect(JSON.stringify(notice)).not.toContain('shouts')
})

test('the newest call that nobody answered shows who comes, and whoever called is told', () => {
  const first = { askedAt: at(0), askedBy: 'desk', note: 'One' }
  const second = { askedAt: at(5), askedBy: 'officer', note: 'Two' }
  const decision = answerHelp.decide(situation([first, second], 'lead', at(6))) as Decision
  expect(helpOf(decision)).toEqual([first, { ...second, answeredAt: at(6), answeredBy: 'lead' }])
  expect(decision.creates?.[0]?.values).toMatchObject({ rule: 'help-coming', toUserId: 'officer' })
  const next = answerHelp.decide(situation(helpOf(decision), 'lead', at(7))) as Decision
  expect(helpOf(next).map(({ answeredAt }) => answeredAt)).toEqual([at(7), at(6)])
  expect(answerHelp.decide(situation(helpOf(next), 'lead', at(8)))).toMatchObject({ rule: 'NO_HELP_CALLED' })
})

test('a case keeps its newest forty calls', () => {
  const help = Array.from({ length: 40 }, (_, minute) => ({ askedAt: at(minute), askedBy: 'desk', note: 'Come' }))
  const decision = callForHelp.decide(situation(help, 'desk', at(50))) as Decision
  expect(helpOf(decision)).toHaveLength(40)
  expect(helpOf(decision).at(-1)?.askedAt).toBe(at(50))
})
