/** Lower and upper bound of a proportion, of a difference, or of a score. */
export type Interval = readonly [number, number]

/** A count out of a number of answers: `0 ≤ count ≤ n`. */
export type Proportion = { count: number; n: number }

/** The 97.5 % quantile of the normal distribution, for two-sided 95 % intervals. */
export const z95 = 1.959963984540054

/** 95 % score interval of a proportion (Wilson 1927, JASA 22:209–212), null where nobody answered. */
export function wilson({ count, n }: Proportion): Interval | null {
  if (n <= 0) return null
  const proportion = count / n
  const z2 = z95 * z95
  const centre = (proportion + z2 / (2 * n)) / (1 + z2 / n)
  const half = (z95 / (1 + z2 / n)) * Math.sqrt((proportion * (1 - proportion)) / n + z2 / (4 * n * n))
  // At the ends the bound equals the proportion exactly; floating point must not put it beside.
  return [
    count === 0 ? 0 : Math.min(proportion, Math.max(0, centre - half)),
    count === n ? 1 : Math.max(proportion, Math.min(1, centre + half)),
  ]
}

/** 95 % interval of `a − b` of two independent proportions (Newcombe 1998, Stat. Med. 17:873–890, method 10). */
export function newcombe(a: Proportion, b: Proportion): Interval | null {
  const [ofA, ofB] = [wilson(a), wilson(b)]
  if (!ofA || !ofB) return null
  const [shareA, shareB] = [a.count / a.n, b.count / b.n]
  const difference = shareA - shareB
  return [
    difference - Math.hypot(shareA - ofA[0], ofB[1] - shareB),
    difference + Math.hypot(ofA[1] - shareA, shareB - ofB[0]),
  ]
}

/** Two-sided z-test of equal proportions with the pooled variance; z = 0 and p = 1 where the pool has no variance. */
export function pooledTest(a: Proportion, b: Proportion): { z: number; p: number } | null {
  if (a.n <= 0 || b.n <= 0) return null
  const pooled = (a.count + b.count) / (a.n + b.n)
  const variance = pooled * (1 - pooled) * (1 / a.n + 1 / b.n)
  if (variance <= 0) return { z: 0, p: 1 }
  const z = (a.count / a.n - b.count / b.n) / Math.sqrt(variance)
  return { z, p: complementaryError(Math.abs(z) / Math.SQRT2) }
}

/**
 * Which of the tests, by index, survive at false discovery rate `q`: the step-up rule of Benjamini & Hochberg 1995
 * (J. R. Stat. Soc. B 57:289–300).
 */
export function benjaminiHochberg(pValues: readonly number[], q = 0.05): boolean[] {
  const ascending = [...pValues].sort((a, b) => a - b)
  const last = ascending.findLastIndex((p, index) => p <= (q * (index + 1)) / ascending.length)
  const threshold = ascending[last]
  return pValues.map((p) => threshold !== undefined && p <= threshold)
}

/** erfc(x) for x ≥ 0: its series below 3 and its continued fraction from there (Abramowitz & Stegun 7.1.6, 7.1.14). */
export function complementaryError(x: number): number {
  const scale = Math.exp(-x * x) / Math.sqrt(Math.PI)
  if (x < 3) {
    let term = 2 * x
    let sum = term
    for (let n = 1; term > sum * Number.EPSILON; n++) {
      term *= (2 * x * x) / (2 * n + 1)
      sum += term
    }
    return 1 - scale * sum
  }
  let tail = x
  for (let n = 60; n > 0; n--) tail = x + n / 2 / tail
  return scale / tail
}
