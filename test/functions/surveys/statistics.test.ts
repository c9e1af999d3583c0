import { afterEach, beforeAll, describe, expect, test, vi } from 'vitest'
import { sweep } from '#functions/lambdas/events.ts'
import { handler } from '#functions/lambdas/schedules.ts'
import { dirtyDayStep } from '#functions/platform/store/items/surveyItems.ts'
import { dirtyPartition, statisticsPartition, tickKey } from '#functions/platform/store/keys.ts'
import { takeLease } from '#functions/platform/store/lease.ts'
import { queryPartition } from '#functions/platform/store/read.ts'
import { transact } from '#functions/platform/store/transact.ts'
import { sixDecimals } from '#shared/rules/surveys/statistics.ts'
import { wilson } from '#shared/values/intervals.ts'
import { as } from '#test/support/call.ts'
import { useTable } from '#test/support/table.ts'
import { unitsOf } from '#test/support/units.ts'
import { linked, published, send } from './scene.ts'

const world = useTable()
const later = (minutes = 5) => new Date(Date.now() + minutes * 60_000).toISOString()
const compute = (now = later()) => handler({ tick: 'survey-stats', at: now })
const storedDays = async (surveyId: string, month = '2026-11') =>
  (await queryPartition(statisticsPartition(surveyId, month))).items
const dirty = async () => (await queryPartition(dirtyPartition)).items

const answer = async (
  surveyId: string,
  fields: Record<string, string | string[]>,
  encounter = {},
  siteId = world().siteId,
) => {
  const { token } = await linked(siteId, surveyId, encounter)
  await send(token, { lang: 'en', submissionId: 's', ...fields })
}
const table = async (surveyId: string, by: string, person: 'officer' | 'director' = 'officer', period = '2026-11') => {
  const filter = { surveyId, period, by }
  const answered = await as(person)('GET /api/survey-stats', undefined, { query: { filter } })
  expect(answered.status).toBe(200)
  return answered.body as { cell: string; metricKey: string; [name: string]: unknown }[]
}

describe('survey statistics', () => {
  let surveyId = ''
  const derm = { department: 'Dermatology', serviceOn: '2026-11-02' }
  beforeAll(async () => {
    surveyId = await published()
    for (const overall of ['10', '9', '9', '7', '0', '3'])
      await answer(surveyId, { 'q.overall': overall, 'q.wait': '4' }, derm)
    for (const wait of ['5', '4', '2'])
      await answer(surveyId, { 'q.overall': '8', 'q.wait': wait }, { ...derm, department: 'Dental' })
    for (let index = 0; index < 5; index++)
      await answer(
        surveyId,
        { 'q.overall': '6', 'q.good': ['doctor', 'nurse'] },
        { ...derm, department: 'Plastic surgery', serviceOn: '2026-11-03' },
      )
    await linked(world().siteId, surveyId, derm)
    await sweep()
    await compute()
  })

  test('a question’s figures are those of its histogram, per department', async () => {
    const rows = await table(surveyId, 'department')
    const overall = rows.find(({ cell, metricKey }) => cell === 'Dermatology' && metricKey === 'overall')
    expect(overall).toMatchObject({
      n: 6,
      suppressed: false,
      isRanked: false,
      favourable: 0.5,
      favourableInterval: wilson({ count: 3, n: 6 })?.map(sixDecimals),
      bottomBox: sixDecimals(2 / 6),
      mean: sixDecimals(38 / 6),
      histogram: { '0': 1, '10': 1, '3': 1, '7': 1, '9': 2 },
      rate: sixDecimals(6 / 7),
      nps: null,
    })
    const strengths = rows.find(({ cell, metricKey }) => cell === 'Plastic surgery' && metricKey === 'strengths')
    expect(strengths).toMatchObject({ n: 5, histogram: { doctor: 5, nurse: 5 } })
  })

  test('a small cell is hidden, and a second one so that it cannot be computed', async () => {
    const rows = (await table(surveyId, 'department')).filter(({ metricKey }) => metricKey === 'overall')
    expect(rows.map(({ cell, suppressed, n }) => [cell, suppressed, n])).toEqual([
      ['Dental', 'small', null],
      ['Dermatology', false, 6],
      ['Plastic surgery', 'complementary', null],
    ])
    expect(rows[0]).toMatchObject({ histogram: null, favourable: null, mean: null })
  })

  test('a month is the sum of its days and a year of its months', async () => {
    const overall = (rows: { metricKey: string }[]) => rows.filter(({ metricKey }) => metricKey === 'overall')
    const [month] = overall(await table(surveyId, 'all'))
    expect(month).toMatchObject({ n: 14, rate: sixDecimals(14 / 15), isOpen: true })
    const [year] = overall(await table(surveyId, 'all', 'officer', '2026'))
    expect(year).toMatchObject({ n: 14, histogram: (month as { histogram: object } | undefined)?.histogram })
    expect(await table(surveyId, 'all', 'officer', '2025')).toEqual([])
  })

  test('the same records give the same bytes', async () => {
    const before = await storedDays(surveyId)
    await transact([...before.map((item) => dirtyDayStep(surveyId, String(item.sk), new Date().toISOString()))])
    await compute()
    expect(await storedDays(surveyId)).toEqual(before)
  })

  test('people see their own sites only', async () => {
    await answer(surveyId, { 'q.overall': '1' }, derm, world().siteId)
    const rows = await as('foreign-officer')('GET /api/survey-stats', undefined, {
      query: { filter: { surveyId, period: '2026-11', by: 'site' } },
    })
    expect(rows.body).toEqual([])
    const own = await table(surveyId, 'site')
    expect(own[0]).toMatchObject({ cell: world().siteId, label: 'Palm Hospital' })
  })

  test('an unsupported query is refused with the possible ones', async () => {
    const ask = (query: Record<string, unknown>) => as('officer')('GET /api/survey-stats', undefined, { query })
    expect((await ask({ filter: { surveyId, period: 'November' } })).status).toBe(400)
    expect((await ask({ filter: { surveyId, period: '2026-11', by: 'weather' } })).body.message).toContain('department')
    expect((await ask({ filter: { surveyId: 'survey_x', period: '2026-11' } })).status).toBe(404)
    expect((await ask({ filter: '{' })).status).toBe(400)
    expect((await ask({ filter: { surveyId, period: '2026-11' } })).headers['content-range']).toBe('survey-stats 0-3/4')
  })
})

describe('the tick', () => {
  afterEach(() => void vi.useRealTimers())

  test('removes the note of a day only without newer notes, and after the indexes have settled', async () => {
    const surveyId = await published()
    await compute(later(20))
    await answer(surveyId, { 'q.overall': '9' }, { serviceOn: '2026-10-07' })
    await compute(new Date().toISOString())
    expect(await storedDays(surveyId, '2026-10')).toHaveLength(1)
    expect((await dirty()).map(({ sk }) => sk)).toContain(`${surveyId}#2026-10-07`)
    await compute(later(20))
    expect((await dirty()).map(({ sk }) => sk)).not.toContain(`${surveyId}#2026-10-07`)
  })

  test('costs as much as its day, with a history of any length', async () => {
    vi.useFakeTimers({ toFake: ['Date'] })
    const surveyId = await published()
    const pass = (seconds: number) => vi.setSystemTime(Date.now() + seconds * 1000)
    /** Units of the tick with one requested day, after all that was written has been followed for long. */
    const cost = async () => {
      await sweep()
      await compute(later(20))
      for (let round = 0; round < 3; round++) {
        pass(600)
        for (const resource of ['responses', 'invitations']) await as('officer')(`GET /api/${resource}`)
      }
      await transact([dirtyDayStep(surveyId, '2026-08-01', new Date().toISOString())])
      pass(90)
      const { read, write } = await unitsOf(async () => {
        expect(await compute(new Date().toISOString())).toMatchObject({ buckets: 1 })
      })
      return { read, write }
    }
    for (let index = 0; index < 4; index++) await answer(surveyId, { 'q.overall': '9' }, { serviceOn: '2026-08-01' })
    const early = await cost()
    for (let index = 0; index < 40; index++)
      await answer(
        surveyId,
        { 'q.overall': '9' },
        { serviceOn: `2026-08-${String(2 + (index % 20)).padStart(2, '0')}` },
      )
    expect(await cost()).toEqual(early)
    expect(early.read).toBeLessThanOrEqual(10)
    expect(early.write).toBeLessThanOrEqual(8)
  })

  test('runs once when two schedulers call it', async () => {
    const both = await Promise.all([compute(), compute()])
    expect(both.filter((done) => 'skipped' in done)).toHaveLength(1)
    await takeLease(tickKey('survey-stats'), 60_000)
    expect(await compute()).toEqual({ skipped: true })
  })
})
