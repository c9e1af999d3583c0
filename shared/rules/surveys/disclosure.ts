/** Fewest answers for a figure to be shown, to be ranked and compared, and to be called stable. */
export const thresholds = { shown: 5, ranked: 30, stable: 100 } as const

/** How far a figure on n answers may go: hidden with its comments, shown, ranked, or stable. */
export type Disclosure = 'hidden' | 'shown' | 'ranked' | 'stable'

export function disclosureOf(n: number): Disclosure {
  if (n < thresholds.shown) return 'hidden'
  if (n < thresholds.ranked) return 'shown'
  return n < thresholds.stable ? 'ranked' : 'stable'
}

/** Whether a net promoter score, a rank or a comparison may be shown on n answers. */
export function mayCompare(n: number): boolean {
  return n >= thresholds.ranked
}

/** A count below the least shown is hidden; `complementary` cells are hidden so that it cannot be subtracted out. */
export type Suppression = 'small' | 'complementary'

/**
 * The cells of one group that must be hidden, by id. Where exactly one small cell stands alone, its smallest sibling
 * with answers is hidden too; a cell nobody answered needs no protection and gives none.
 */
export function suppressedCells(cells: readonly { id: string; n: number }[]): Map<string, Suppression> {
  const hidden = new Map<string, Suppression>()
  for (const { id, n } of cells) if (n < thresholds.shown) hidden.set(id, 'small')
  const exposed = cells.filter(({ id, n }) => hidden.has(id) && n > 0)
  const [sibling] = cells.filter(({ id }) => !hidden.has(id)).sort((a, b) => a.n - b.n || compareIds(a.id, b.id))
  if (exposed.length === 1 && sibling) hidden.set(sibling.id, 'complementary')
  return hidden
}

function compareIds(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
