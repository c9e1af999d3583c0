import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { disclosureOf, mayCompare, suppressedCells } from '#shared/rules/surveys/disclosure.ts'
import { type Comparison, flagChanges, improvementResult, rankWeakPoints } from '#shared/rules/surveys/weakPoints.ts'
import vectors from '#test/vectors/survey-stats.json'

describe('disclosure', () => {
  it.each([
    [0, 'hidden'],
    [4, 'hidden'],
    [5, 'shown'],
    [29, 'shown'],
    [30, 'ranked'],
    [99, 'ranked'],
    [100, 'stable'],
  ])('of %i answers is %s', (n, expected) => {
    expect(disclosureOf(n)).toBe(expected)
    expect(mayCompare(n)).toBe(n >= 30)
  })

  it.each<[string, number[], string[]]>([
    ['nobody alone', [6, 7, 80], []],
    ['one small cell and its smallest sibling', [3, 40, 9], ['A', 'C']],
    ['two small cells alone', [3, 40, 2], ['A', 'C']],
    ['a small cell beside an empty one, and a sibling', [3, 40, 0], ['A', 'B', 'C']],
    ['an empty cell alone', [0, 40, 9], ['A']],
    ['the only cell', [3], ['A']],
  ])('hides %s', (_case, counts, hidden) => {
    const cells = counts.map((n, index) => ({ id: String.fromCharCode(65 + index), n }))
    expect([...suppressedCells(cells).keys()].sort()).toEqual(hidden)
  })

  it('never shows cells from which one small cell follows by subtraction', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(20), { minLength: 2, maxLength: 12 }), (counts) => {
        const cells = counts.map((n, index) => ({ id: String(index), n }))
        const hidden = suppressedCells(cells)
        const answered = cells.filter((cell) => cell.n > 0)
        const small = answered.filter((cell) => cell.n < 5)
        expect(small.every((cell) => hidden.has(cell.id))).toBe(true)
        if (small.length > 0 && answered.length > 1)
          expect(answered.filter((cell) => hidden.has(cell.id)).length).toBeGreaterThan(1)
      }),
    )
  })
})

describe('weak points', () => {
  it.each(vectors.ranking)('rank as in the vector', ({ cells, order, notRanked }) => {
    const ranking = rankWeakPoints(cells)
    expect(ranking.ranked.map((cell) => cell.id)).toEqual(order)
    expect(ranking.notRanked.map((cell) => cell.id)).toEqual(notRanked)
  })

  it('rank the same in any order of the cells', () => {
    const cell = fc.record({ n: fc.nat(60), share: fc.double({ min: 0, max: 1, noNaN: true }) })
    fc.assert(
      fc.property(fc.array(cell), (drawn) => {
        const cells = drawn.map(({ n, share }, index) => ({ id: `${index}`, n, bottom: Math.floor(n * share) }))
        expect(rankWeakPoints([...cells].reverse()).ranked).toEqual(rankWeakPoints(cells).ranked)
      }),
    )
  })
})

const comparison = (id: string, before: [number, number], after: [number, number]): Comparison => ({
  id,
  before: { count: before[0], n: before[1] },
  after: { count: after[0], n: after[1] },
})

describe('a change', () => {
  it.each<[string, Comparison, boolean]>([
    ['clear', comparison('a', [150, 200], [180, 200]), true],
    ['too few before', comparison('a', [0, 29], [180, 200]), false],
    ['too few after', comparison('a', [180, 200], [0, 29]), false],
    ['under five points', comparison('a', [90_000, 100_000], [94_000, 100_000]), false],
    ['five points exactly', comparison('a', [7_000, 10_000], [7_500, 10_000]), true],
    ['within chance', comparison('a', [50, 100], [57, 100]), false],
  ])('that is %s is flagged or not', (_case, tested, isFlagged) => {
    expect(flagChanges([tested]).map((change) => change.isFlagged)).toEqual([isFlagged])
  })

  it('must survive the other cells tested', () => {
    const borderline = comparison('a', [50, 100], [64, 100])
    const others = Array.from({ length: 20 }, (_, index) => comparison(`b${index}`, [50, 100], [51, 100]))
    expect(flagChanges([borderline])[0]?.isFlagged).toBe(true)
    expect(flagChanges([borderline, ...others])[0]?.isFlagged).toBe(false)
  })
})

describe('an improvement action', () => {
  it.each([
    [{ count: 60, n: 100 }, { count: 80, n: 100 }, 'improved'],
    [{ count: 80, n: 100 }, { count: 60, n: 100 }, 'worse'],
    [{ count: 60, n: 100 }, { count: 62, n: 100 }, 'unchanged'],
    [{ count: 10, n: 20 }, { count: 80, n: 100 }, 'too-few'],
  ])('from %j to %j is %s', (before, after, expected) => {
    expect(improvementResult(before, after)).toBe(expected)
  })
})
