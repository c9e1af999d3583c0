import { totalOfList } from '#test/bench/desk.ts'
import type { Connection } from './connection.ts'

/** A record and the version a change of it is based on. */
export interface RecordVersion {
  readonly id: string
  version: number
}

/** Rows of the longest page. */
const pageLimit = 200

const json = (value: unknown): string => encodeURIComponent(JSON.stringify(value))

/** The number of cases that match a filter. */
export const countOf = async (person: Connection, filter: unknown): Promise<number> =>
  totalOfList(await person.get(`/api/cases?filter=${json(filter)}&range=[0,0]`))

/** Cases of the default list from some place on; their whole records say the version. */
export async function recordsFrom(person: Connection, offset: number, count: number): Promise<RecordVersion[]> {
  const records: RecordVersion[] = []
  for (let from = offset; from < offset + count; from += pageLimit) {
    const to = Math.min(from + pageLimit, offset + count) - 1
    const rows: RecordVersion[] = (await person.get(`/api/cases?range=[${from},${to}]`)).json()
    if (rows.length === 0) break
    const ids = rows.map(({ id }) => id)
    const whole: RecordVersion[] = (await person.get(`/api/cases?filter=${json({ id: ids })}`)).json()
    records.push(...whole.map(({ id, version }) => ({ id, version })))
  }
  return records
}
