import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { AlarmLine } from '#admin/cases/page/AlarmLine.tsx'
import { Clocks } from '#admin/cases/page/Clocks.tsx'
import type { CaseClock } from '#shared/rules/cases/caseClocks.ts'

const startedAt = '2026-03-02T07:00:00.000Z'
// Without a language, words are the names of their keys.
const textOf = (clocks: readonly CaseClock[], record = {}) =>
  renderToStaticMarkup(<Clocks record={{ id: 'case_1', clocks, ...record }} />).replace(
    /<style.*?<\/style>|<[^>]+>/gs,
    ' ',
  )

test('a clock that is paused says so and has no limit', () => {
  const text = textOf([{ name: 'response', startedAt }], { pausedAt: startedAt })
  expect(text).toMatch(/Response\s+case\.pausedShort/)
  expect(text).toContain('case.paused ')
  expect(text).not.toMatch(/Invalid|NaN/)
})

test('clocks of an earlier round stand below with how they ended, a letter that was not needed is left out', () => {
  const ended = { startedAt, endedAt: startedAt, dueAt: startedAt }
  const text = textOf([
    { name: 'response', ...ended, ending: 'late' },
    { name: 'extension-notice', ...ended, ending: 'stopped' },
    { name: 'response', startedAt, dueAt: '2099-03-02T07:00:00.000Z' },
  ])
  expect(text).toMatch(/Response.*case\.earlierClocks\s+Response\s+Late/s)
  expect(text).not.toContain('Extension')
})

test('an alarm in the history says which clock and how much of its time had passed', () => {
  const clock = { name: 'acknowledgement', startedAt }
  const entry = { action: 'alarm', before: { clocks: [clock] }, after: { clocks: [{ ...clock, alarmPercent: 80 }] } }
  const html = (action: string) => renderToStaticMarkup(<AlarmLine entry={{ ...entry, action } as never} />)
  expect(html('alarm')).toContain('Acknowledgement 80%')
  expect(html('update')).toBe('')
})
