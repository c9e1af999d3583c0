import { beforeAll, expect, test } from 'vitest'
import { bodyLimit } from '#functions/platform/http/request.ts'
import { type Route, routes } from '#shared/declaration/routes.ts'
import { entityOf } from '#shared/entities/index.ts'
import { type Records, seedEvery } from '#test/functions/platform/records/everyRecord.ts'
import { as } from '#test/support/call.ts'
import { useTable } from '#test/support/table.ts'

const world = useTable()
const isFull = process.env.REDRESS_FULL === '1'
/** The most processor time of one request, in milliseconds. */
const limitMs = 200
const size = bodyLimit - 5000
let records: Records

beforeAll(async () => {
  records = await seedEvery(world().siteId, world().userIds.everyone, 'own')
})

/** Parts one after another up to the largest size. */
function filled(part: (index: number) => string, between = ','): string {
  let text = part(0)
  for (let index = 1; text.length < size; index++) text += between + part(index)
  return text.slice(0, text.lastIndexOf(between))
}

const text = (part: string) => JSON.stringify(part.repeat(size / 2 / part.length))
/** JSON values of the largest size, each of another shape; those that were slow once come first. */
const values = [
  `[${filled(() => '{}')}]`,
  `{${filled((index) => `"n${index}":1`)}}`,
  text('a '),
  `${'['.repeat(900)}${filled(() => '1')}${']'.repeat(900)}`,
  `[${filled((index) => `{"id":"${index}","version":1,"changes":{}}`)}]`,
  `[${filled((index) => `"${index}"`)}]`,
  ...['a', ' ', 'ا', '١', '+', '=', '"', '\n', '-', ', ', '<a ', '\u200b'].map(text),
]

const formPairs = [(n: number) => `n${n}=1`, (n: number) => `q.${n}=1`, () => 'q.overall=1', () => 'a', () => '=']
const forms = [
  ...formPairs.map((pair) => filled(pair, '&')),
  ...['comment', 'submissionId', 'q.overall', 'lang'].flatMap((name) =>
    ['a', '+', '%0a', '%D8%A7', '%'].map((letter) => `${name}=${letter.repeat(size / letter.length)}`),
  ),
]

/** Names that a route knows, so that its own code reads the values. */
function namesOf({ resource, operation }: Route): string[] {
  const entity = resource ? entityOf(resource) : undefined
  const action = entity?.actions[operation]
  const own = Object.keys(action?.body ?? entity?.fields ?? {})
  return isFull ? [...own, 'ids', 'filter', 'changes', 'file', 'mapping', 'lines', 'columns'] : own.slice(0, 1)
}

/** The largest bodies that a route reads, with their type. */
function* bodiesOf(route: Route): Generator<readonly [type: string, body: string]> {
  const shapes = isFull ? values : values.slice(0, 4)
  for (const value of shapes) yield ['application/json', value]
  for (const name of namesOf(route)) for (const value of shapes) yield ['application/json', `{"${name}":${value}}`]
  if (route.auth === 'public') for (const form of forms) yield ['application/x-www-form-urlencoded', form]
}

/** Processor time of some work in this process, in milliseconds. */
async function processorTime(work: () => unknown): Promise<number> {
  const from = process.cpuUsage()
  await work()
  const { user, system } = process.cpuUsage(from)
  return (user + system) / 1000
}

const parsed = (body: string) => {
  try {
    return JSON.parse(body)
  } catch {
    return undefined
  }
}

/** Whether a request takes less than the limit; on a busy machine, less than some times what reading its JSON takes. */
async function isQuick(address: string, type: string, raw: string): Promise<boolean> {
  const headers = { 'content-type': type, 'if-match': '"0"' }
  const send = () => as('everyone')(address, undefined, { raw, headers })
  // The first time is that of code that has not run yet.
  for (let attempt = 0; attempt < 3; attempt++) {
    const spent = await processorTime(send)
    if (spent < limitMs || spent < 4 * (await processorTime(() => parsed(raw)))) return true
  }
  return false
}

/** By default the routes of one entity and those that are no list's, since all lists have the same operations. */
const isTried = ({ method, resource, auth }: Route) =>
  method !== 'GET' && (isFull || resource === undefined || resource === 'cases' || auth === 'public')

test.each(routes.filter(isTried).map((route) => [`${route.method} ${route.path}`, route] as const))(
  '%s answers the largest bodies of any shape without holding up the others',
  async (_address, route) => {
    const id = records.get(route.resource ?? '')?.id ?? 'x'
    const address = `${route.method} ${route.path.replace(/\{\w+\}/g, id)}`
    for (const [type, body] of bodiesOf(route))
      expect(await isQuick(address, type, body), `${type} ${body.slice(0, 60)}`).toBe(true)
  },
  600_000,
)
