import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  addHistogram,
  friendsAndFamily,
  histogramOf,
  npsOf,
  npsVariance,
  responseRate,
  sixDecimals,
  summarise,
} from '#shared/rules/surveys/statistics.ts'
import vectors from '#test/vectors/survey-stats.json'

describe('the survey vectors', () => {
  it.each(vectors.scale5)('scale of five, $histogram', ({ histogram, notApplicable, ...expected }) => {
    const counts = Object.fromEntries(histogram.map((count, index) => [String(index + 1), count]))
    const options = [1, 2, 3, 4, 5].map((value) => ({ code: String(value), value, box: 'middle' as const }))
    const withEscape = [...options, { code: 'na', box: 'na' as const }]
    const summary = summarise({ type: 'scale5', options: withEscape }, { ...counts, na: notApplicable })
    expect(summary).toEqual({ ...expected, notApplicable, unrecognised: 0 })
  })

  it.each(vectors.nps)('net promoter score of $promoters, $passives, $detractors', (vector) => {
    const { promoters, passives, detractors } = vector
    const n = promoters + passives + detractors
    expect(npsOf({ promoters, detractors, n })).toEqual({ nps: vector.value, npsInterval: vector.interval })
    expect(sixDecimals(npsVariance(promoters, detractors, n))).toBe(vector.variance)
  })

  it.each(vectors.nps)('the same from a histogram, dismissed answers left out', (vector) => {
    const histogram = { '9': vector.promoters, '8': vector.passives, '6': vector.detractors, skip: vector.dismissed }
    const options = Array.from({ length: 11 }, (_, value) => ({ code: String(value), value, box: 'middle' as const }))
    const question = { type: 'nps11' as const, options: [...options, { code: 'skip', box: 'na' as const }] }
    expect(summarise(question, histogram)).toMatchObject({
      nps: vector.value,
      npsInterval: vector.interval,
      notApplicable: vector.dismissed,
    })
  })

  it.each(vectors.responseRate)('response rate $rate', ({ rate, ...invited }) => {
    expect(responseRate(invited)).toBe(rate)
  })

  it.each(vectors.friendsAndFamily)('friends and family $positive', ({ positive, negative, ...counts }) => {
    expect(friendsAndFamily(counts)).toEqual({ positive, negative })
  })
})

describe('a summary', () => {
  it('of nothing claims nothing', () => {
    const summary = summarise({ type: 'nps11' }, {})
    expect(summary).toMatchObject({ n: 0, mean: null, sd: null, favourable: null, favourableInterval: null, nps: null })
    expect(responseRate({ sent: 5, undeliverable: 5, cancelled: 0, answered: 0 })).toBeNull()
    const nobody = { veryGood: 0, good: 0, neither: 0, poor: 0, veryPoor: 0, dontKnow: 0 }
    expect(friendsAndFamily(nobody)).toEqual({ positive: null, negative: null })
  })

  it('follows the boxes of a question that is not a scale of five', () => {
    const options = [
      { code: 'yes', box: 'bottom' as const },
      { code: 'no', box: 'top' as const },
      { code: 'unsure', box: 'na' as const },
    ]
    const summary = summarise({ type: 'yesno', options }, { yes: 3, no: 7, unsure: 5, gone: 2 })
    expect(summary).toMatchObject({
      n: 10,
      topBox: 0.7,
      favourable: 0.7,
      bottomBox: 0.3,
      notApplicable: 5,
      unrecognised: 2,
    })
    expect(summary.mean).toBeNull()
  })

  it('counts respondents, not ticks, where several choices are allowed', () => {
    const options = ['price', 'parking'].map((code) => ({ code, box: 'bottom' as const }))
    const summary = summarise({ type: 'choices', options }, histogramOf([['price', 'parking'], ['price']]), 2)
    expect(summary).toMatchObject({ n: 2, bottomBox: null, topBox: null })
  })

  it('of any histogram has n as its sum, a mean on the scale and boxes that order', () => {
    const histogram = fc.record({ '1': fc.nat(99), '2': fc.nat(99), '3': fc.nat(99), '4': fc.nat(99), '5': fc.nat(99) })
    fc.assert(
      fc.property(histogram, (counts) => {
        const { n, mean, score100, topBox, favourable, bottomBox } = summarise({ type: 'scale5' }, counts)
        expect(n).toBe(Object.values(counts).reduce((sum, count) => sum + count, 0))
        if (mean === null || score100 === null || topBox === null || favourable === null || bottomBox === null) {
          expect(n).toBe(0)
        } else {
          expect(mean >= 1 && mean <= 5 && score100 >= 0 && score100 <= 100).toBe(true)
          expect(topBox <= favourable && favourable + bottomBox <= 1.000001).toBe(true)
        }
      }),
    )
  })
})

const histogram = fc.dictionary(fc.constantFrom('1', '2', 'na', '__proto__', 'constructor'), fc.nat(1000))

describe('histograms', () => {
  it('add up in any order and grouping to the same bytes', () => {
    fc.assert(
      fc.property(histogram, histogram, histogram, (a, b, c) => {
        const left = addHistogram(addHistogram(a, b), c)
        expect(JSON.stringify(addHistogram(c, addHistogram(b, a)))).toBe(JSON.stringify(left))
      }),
    )
  })

  it('count each respondent once per option', () => {
    expect(histogramOf(['5', '5', '1', ['1', '1', '2']])).toEqual({ '1': 2, '2': 1, '5': 2 })
  })
})
