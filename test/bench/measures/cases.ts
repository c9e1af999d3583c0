import { totalOfList } from '#test/bench/desk.ts'
import { atMost, Figures } from '#test/bench/figures.ts'
import { type BenchProduct, dataFolder, fillFolder, placesOf, startOn } from '#test/bench/product/filledProduct.ts'
import { median, milliseconds, percentile, timed, until, whole } from '#test/bench/timings.ts'

/** Calls that are due on the morning that is measured. */
export const dueCalls = 10_000

const optionsGoal = atMost(300, '≤ 300 ms at 10⁵')

/** Askings of one question. */
const askings = 60

const json = (value: unknown): string => encodeURIComponent(JSON.stringify(value))

/** Measures what people ask of a desk with so many cases, on a data folder of its own. */
export async function measureCases(size: number): Promise<Figures['list']> {
  const figures = new Figures(size)
  const { folder, remove } = dataFolder()
  try {
    const empty = await startOn(folder)
    const places = await placesOf(empty.person)
    await empty.stop()
    await fillFolder(folder, size, places, dueCalls)
    const instance = await startOn(folder)
    try {
      await untilListed(instance, size)
      await measureOptions(instance, size, figures)
      await measureCallList(instance, figures)
      await measureSummary(instance, places.siteIds, figures)
    } finally {
      await instance.stop()
    }
  } finally {
    remove()
  }
  return figures.list
}

async function untilListed({ person }: BenchProduct, size: number): Promise<void> {
  const expected = { cases: size, 'follow-ups': dueCalls }
  const isWhole = async () => {
    for (const [resource, count] of Object.entries(expected)) {
      const answer = await person.get(`/api/${resource}?range=[0,0]`)
      if (answer.status !== 200 || totalOfList(answer) < count) return undefined
    }
    return true
  }
  if (!(await until(isWhole, 30 * 60_000, 100))) throw new Error('The lists never had every record')
}

/** Asks the same again and again; the address follows from the number of the asking. */
async function measureAsking(
  { person }: BenchProduct,
  what: string,
  path: (asking: number) => string,
  figures: Figures,
  goal?: Parameters<Figures['add']>[3],
) {
  const times: number[] = []
  for (let asking = 0; asking < askings; asking++) {
    const answer = await person.get(path(asking))
    if (answer.status >= 300) return figures.refuse(what, `${answer.status} ${answer.text()}`, goal)
    times.push(answer.ms)
  }
  const p50 = median(times)
  figures.add(what, `${milliseconds(p50)}, p99 ${milliseconds(percentile(times, 0.99))}`, p50, goal)
}

async function measureOptions(instance: BenchProduct, size: number, figures: Figures): Promise<void> {
  const ids: string[] = []
  for (let from = 0; ids.length < askings; from += Math.max(1, Math.floor(size / 3) - 20)) {
    const rows = await instance.person.get(`/api/cases?range=[${from},${from + 19}]`)
    ids.push(...rows.json().map(({ id }: { id: string }) => id))
  }
  await measureAsking(
    instance,
    'what may be offered',
    (asking) => `/api/cases/${ids[asking]}/offer-options`,
    figures,
    optionsGoal,
  )
}

async function measureCallList(instance: BenchProduct, figures: Figures): Promise<void> {
  const morning = new Date(Math.ceil(Date.now() / 86_400_000) * 86_400_000 + 9 * 3_600_000).toISOString()
  const { ms } = await timed(() => instance.product.tick('follow-ups', morning))
  const listed = async () =>
    totalOfList(await instance.person.get(`/api/follow-ups?filter=${json({ status: 'scheduled' })}&range=[0,0]`))
  const { ms: followedMs } = await timed(() =>
    until(async () => ((await listed()) >= dueCalls ? true : undefined), 60_000),
  )
  const known = `${whole(await listed())} of ${whole(dueCalls)} calls on a list`
  const shown = `${milliseconds(ms)}, and ${milliseconds(followedMs)} until lists know it; ${known}`
  figures.add('sharing out the calls of a morning', shown, ms)
  const [first] = (
    await instance.person.get(`/api/follow-ups?filter=${json({ status: 'scheduled' })}&range=[0,0]`)
  ).json()
  const filter = json({ assigneeId: first?.assigneeId, callOn: first?.callOn })
  await measureAsking(
    instance,
    'the call list of a person',
    () => `/api/follow-ups?filter=${filter}&range=[0,199]`,
    figures,
  )
}

async function measureSummary(instance: BenchProduct, siteIds: readonly string[], figures: Figures): Promise<void> {
  const path = (asking: number) => `/api/follow-ups/summary?siteId=${siteIds[asking % siteIds.length]}`
  await measureAsking(instance, 'the summary of a week', path, figures)
}
