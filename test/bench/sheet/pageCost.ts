import type { ListPage, PageRequest } from '#admin/provider/contract.ts'
import { Pager } from '#admin/sheet/Pager.ts'
import { unreadRow } from '#admin/sheet/rows.ts'

const adopt = (rows: readonly { id: unknown }[]) => rows.map((row) => ({ ...row, id: String(row.id) }))

/** Answers at once, so that what is measured is the panel's own work. */
const answerOf =
  (total: number) =>
  async (_: string, { range: [first] = [0, 0] }: PageRequest): Promise<ListPage> => ({
    rows: Array.from({ length: 200 }, (_row, place) => ({ id: `case_${first + place}` })),
    total,
    cursor: 'next',
    asOf: undefined,
  })

/** The shortest time in milliseconds in which a page of a list of so many rows is put where it belongs. */
export async function pageCost(total: number): Promise<number> {
  const pager = new Pager('cases', { filter: {}, order: [] }, { page: answerOf(total) }, adopt, () => {})
  await pager.look(0)
  let shortest = Number.POSITIVE_INFINITY
  for (let round = 0; round < 400; round++) {
    // A page whose rows moved away is read again when somebody looks there.
    const place = total - 200 - (round % 3) * 200
    pager.rows.fill(unreadRow, place, place + 200)
    const start = performance.now()
    await pager.look(place)
    shortest = Math.min(shortest, performance.now() - start)
  }
  return shortest
}
