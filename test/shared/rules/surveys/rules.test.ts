import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { accentOf } from '#shared/rules/surveys/accent.ts'
import { isAsked, readAnswers } from '#shared/rules/surveys/answers.ts'
import { cellsOf, sumCells } from '#shared/rules/surveys/cells.ts'
import { contactAt } from '#shared/rules/surveys/contactHours.ts'
import { isMinor } from '#shared/rules/surveys/eligibility.ts'
import { lowScoresOf } from '#shared/rules/surveys/lowScores.ts'
import { mistakesIn } from '#shared/rules/surveys/publication.ts'
import { tableOf } from '#shared/rules/surveys/resultsTable.ts'
import { surveyTexts } from '#shared/text/survey.ts'
import { canonical } from '#shared/values/canonical.ts'
import { questions } from '#test/functions/surveys/scene.ts'

const pick = (...values: string[]) => fc.constantFrom(...values)
const response = fc.record({
  siteId: pick('site_a', 'site_b'),
  department: fc.option(pick('Dental', 'Derma', '__proto__'), { nil: undefined }),
  doctor: fc.option(pick('Dr. A', 'Dr. B'), { nil: undefined }),
  language: pick('en', 'ar') as fc.Arbitrary<'en' | 'ar'>,
  mode: pick('web', 'phone') as fc.Arbitrary<'web' | 'phone'>,
  answers: fc.record(
    {
      overall: fc.integer({ min: 0, max: 10 }).map(String),
      wait: pick('1', '2', '3', '4', '5', 'x'),
      good: fc.subarray(['doctor', 'nurse']),
      why: fc.string(),
    },
    { requiredKeys: ['overall'] },
  ),
})
const invitation = fc.record({
  siteId: pick('site_a', 'site_b'),
  department: fc.option(pick('Dental', 'Derma'), { nil: undefined }),
  status: pick('queued', 'sent', 'answered', 'expired', 'cancelled', 'undeliverable') as fc.Arbitrary<'sent'>,
})
const shuffled = <T>(entries: fc.Arbitrary<T>) =>
  fc
    .array(entries, { maxLength: 30 })
    .chain((all) => fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length })))

describe('a day’s cells', () => {
  test('are the same bytes in any order of the records', () => {
    fc.assert(
      fc.property(shuffled(response), shuffled(invitation), ([answers, mixed], [invitations, others]) => {
        const cells = canonical(cellsOf(questions, answers, invitations))
        expect(canonical(cellsOf(questions, mixed, others))).toBe(cells)
        expect(canonical(JSON.parse(cells))).toBe(cells)
      }),
    )
  })

  test('add up: the sum of two days equals the records of both in one day', () => {
    const days = fc.tuple(fc.array(response, { maxLength: 12 }), fc.array(response, { maxLength: 12 }))
    fc.assert(
      fc.property(days, ([one, other]) => {
        const key = ({ siteId, by, value }: { siteId: string; by: string; value: string }) => [siteId, by, value]
        const summed = sumCells([...cellsOf(questions, one, []), ...cellsOf(questions, other, [])], key)
        expect(canonical(summed)).toBe(canonical(cellsOf(questions, [...one, ...other], [])))
      }),
    )
  })

  test('never show a figure of fewer than five answers, nor one that reveals it', () => {
    fc.assert(
      fc.property(fc.array(response, { maxLength: 60 }), (answers) => {
        const cells = cellsOf(questions, answers, [])
        for (const by of ['department', 'doctor', 'site', 'mode', 'language'] as const)
          for (const { metricKey } of questions) {
            const rows = tableOf(questions, cells, by, 'x').filter((row) => row.metricKey === metricKey)
            for (const row of rows) if (row.suppressed === false) expect(row.n).toBeGreaterThanOrEqual(5)
            for (const row of rows)
              if (row.suppressed) expect([row.n, row.histogram, row.mean]).toEqual([null, null, null])
          }
      }),
    )
  })
})

describe('answers', () => {
  const showIf = { qid: 'again', op: 'neq', value: 'yes' } as const

  test('a question is shown when its condition is true, and a missing answer is no answer', () => {
    expect(isAsked({ showIf }, { again: 'no' })).toBe(true)
    expect(isAsked({ showIf }, { again: 'yes' })).toBe(false)
    expect(isAsked({ showIf }, {})).toBe(false)
    expect(isAsked({ showIf: { ...showIf, op: 'eq' } }, { again: ['no', 'yes'] })).toBe(true)
  })

  test('any input is read or refused without an exception', () => {
    const entries = fc.dictionary(
      fc.oneof(pick('overall', 'wait', 'again', 'why', 'good'), fc.string()),
      fc.array(fc.string()),
    )
    fc.assert(
      fc.property(entries, (values) => {
        const { answers, mistakes } = readAnswers(questions, values)
        for (const qid of Object.keys(answers)) expect(questions.some((each) => each.qid === qid)).toBe(true)
        if (Object.keys(mistakes).length === 0) expect(answers.overall).toMatch(/^\d+$/)
      }),
    )
  })
})

describe('what opens a case', () => {
  const score = (overall: string, alertRules: Parameters<typeof lowScoresOf>[0]['alertRules'] = []) =>
    lowScoresOf({ questions, alertRules }, { overall, again: 'yes' }).length

  test('0 to 3 of 10, or the worst answer, unless the survey says otherwise', () => {
    expect(['0', '3', '4', '10'].map((overall) => score(overall))).toEqual([1, 1, 0, 0])
    expect(lowScoresOf({ questions }, { again: 'no' })).toEqual([
      { metricKey: 'again', severity: 'routine', hours: 48 },
    ])
    const rule = { metricKey: 'overall', op: 'lte', value: 6, severity: 'major', hours: 4 } as const
    expect(['6', '7'].map((overall) => score(overall, [rule]))).toEqual([1, 0])
    expect(lowScoresOf({ questions, alertRules: [rule] }, {})).toEqual([])
  })
})

test('a text message goes out inside contact hours, in every zone and on days when clocks change', () => {
  const zone = pick('Asia/Riyadh', 'Europe/Rome', 'Europe/Riga', 'America/New_York', 'Australia/Lord_Howe')
  const from = Date.parse('2026-01-01T00:00:00Z')
  fc.assert(
    fc.property(zone, fc.integer({ min: 0, max: 365 * 1440 }), (timeZone, minutes) => {
      const now = new Date(from + minutes * 60_000).toISOString()
      const sent = contactAt({ timeZone }, now)
      const wall = new Intl.DateTimeFormat('en', { timeZone, hour: 'numeric', hourCycle: 'h23' }).format(new Date(sent))
      expect(Number(wall)).toBeGreaterThanOrEqual(9)
      expect(Number(wall)).toBeLessThan(20)
      expect(contactAt({ timeZone }, sent)).toBe(sent)
      expect(sent >= now && Date.parse(sent) - Date.parse(now) <= 14 * 3_600_000).toBe(true)
    }),
  )
})

test('somebody comes of age on their eighteenth birthday, and a day later when born on a leap day', () => {
  expect(isMinor('2008-11-22', '2026-11-21T23:59:00.000Z')).toBe(true)
  expect(isMinor('2008-11-21', '2026-11-21T00:00:00.000Z')).toBe(false)
  expect(isMinor('2008-02-29', '2026-02-28T12:00:00.000Z')).toBe(true)
  expect(isMinor('2008-02-29', '2026-03-01T00:00:00.000Z')).toBe(false)
})

test('a questionnaire that cannot be counted is not sound', () => {
  const [overall] = questions
  if (!overall) throw new Error('No question')
  const late = { ...overall, qid: 'late', showIf: { qid: 'later', op: 'eq' as const, value: '1' } }
  const sentencesOf = (list: typeof questions) =>
    mistakesIn({ languages: ['en'], questions: list }).map(({ rule, message }) => [rule, message])
  expect(sentencesOf([overall, overall, late])).toEqual([
    ['QUESTION_TWICE', 'Question id overall occurs twice.'],
    ['METRIC_TWICE', 'Metric overall occurs twice.'],
    ['CONDITION_UNKNOWN', 'Question late depends on an answer that no question before it has.'],
  ])
  expect(sentencesOf([{ ...overall, type: 'choice' }])).toEqual([
    ['OPTIONS_FEW', 'Question overall needs two options or more.'],
  ])
})

test('the text on a hospital’s colour is readable', () => {
  expect(accentOf('#FFD400')).toEqual({ colour: '#ffd400', ink: '#000' })
  expect(accentOf('#0f766e').ink).toBe('#fff')
  expect(accentOf('red;}').colour).toBe('#0f766e')
})

test('every language has every sentence and every gap', () => {
  const gaps = (text: object): string[] =>
    Object.entries(text).flatMap(([name, value]) =>
      typeof value === 'string' ? `${name}:${(value.match(/\{\w+\}/g) ?? []).sort()}` : gaps(value),
    )
  for (const text of Object.values(surveyTexts)) expect(gaps(text)).toEqual(gaps(surveyTexts.en))
})
