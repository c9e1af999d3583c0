import { performance } from 'node:perf_hooks'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { Case } from '#shared/entities/case.ts'
import { type Connection, connect, type TimedAnswer } from '#test/bench/product/connection.ts'
import { childrenMiB, memoryMiB } from '#test/bench/product/processUsage.ts'
import { type Product, startProduct } from '#test/support/product.ts'
import { signIn } from '#test/support/session.ts'

const isFull = process.env.REDRESS_FULL === '1'

/** People at once, and how long they work; the full run is long enough to see whether memory grows. */
const crowd = { people: 16, seconds: isFull ? 600 : 8, patients: isFull ? 400 : 60 } as const

/** How much more memory the last minute may take than the second, which comes after everything was used once. */
const growth = 1.15

const logins = ['officer', 'unit-manager', 'director', 'front-desk', 'everyone', 'auditor'] as const

let product: Product
beforeAll(async () => {
  product = await startProduct({ panel: false, demoSize: crowd.patients })
})
afterAll(() => product?.stop())

const json = (value: unknown) => encodeURIComponent(JSON.stringify(value))

/** What people do in turn, by the address they ask or the work they give. */
const turns: readonly ((person: Connection, n: number) => Promise<TimedAnswer>)[] = [
  (person, n) => person.get(`/api/cases?range=[${n % 50},${(n % 50) + 24}]`),
  (person) => person.get(`/api/cases?filter=${json({ status: 'received' })}&sort=["receivedAt","ASC"]&range=[0,24]`),
  (person, n) =>
    person.get(`/api/patients?filter=${json({ q: `a${String.fromCharCode(97 + (n % 26))}` })}&range=[0,24]`),
  (person) => person.get('/api/cases/groups?by=["status","type"]&sum=["disputedMinor"]&filter={}'),
  (person) => person.get('/api/notices?range=[0,24]'),
  openCase,
  changeCase,
  (person, n) => person.send('POST', '/api/cases', { ...Case.example, siteId, description: `Call ${n}: waited long` }),
  (person) => person.get('/api/settlement-files?range=[0,24]&sort=["updatedAt","DESC"]'),
  (person) => person.get('/s/aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa'),
  (person, n) =>
    n % 50 === 0
      ? person.send('POST', '/api/cases/export', { filter: {}, format: n % 100 === 0 ? 'csv' : 'xlsx' })
      : person.get('/api/me'),
  (person, n) =>
    n % 50 === 0
      ? person.send('POST', '/api/cases/bulk', { filter: {}, changes: { severity: 'minor' } })
      : person.get('/api/health'),
]

let siteId = ''

async function oneCase(person: Connection, n: number) {
  const answer = await person.get(`/api/cases?range=[${n % 40},${n % 40}]`)
  return answer.status === 200 ? answer.json()[0] : undefined
}

async function openCase(person: Connection, n: number): Promise<TimedAnswer> {
  const row = await oneCase(person, n)
  return row ? person.get(`/api/history?filter=${json({ recordId: row.id })}`) : person.get('/api/me')
}

/** Several people change the same records, so that some are told that they were too late. */
async function changeCase(person: Connection, n: number): Promise<TimedAnswer> {
  const row = await oneCase(person, n)
  if (!row) return person.get('/api/me')
  const { version } = (await person.get(`/api/cases/${row.id}`)).json()
  return person.send('PATCH', `/api/cases/${row.id}`, { version, disputedMinor: 100 * (n + 1) })
}

async function work(person: Connection, index: number, endMs: number): Promise<number[]> {
  const statuses: number[] = []
  for (let n = index * 5; performance.now() < endMs; n++)
    statuses.push((await (turns[n % turns.length] ?? openCase)(person, n)).status)
  return statuses
}

/** Memory of the product and its engine once a second, in MiB. */
function watchMemory(): { stop: () => readonly number[] } {
  const seen: number[] = []
  const timer = setInterval(() => seen.push(memoryMiB(product.processId) + childrenMiB(product.processId)), 1000)
  return {
    stop: () => {
      clearInterval(timer)
      return seen
    },
  }
}

const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length

test('sixteen people at once get no answer that the product failed, and its memory stays what it was', async () => {
  const officer = await signIn(product.url, 'officer')
  siteId = (await officer('GET /api/me')).body.siteIds[0]
  const tokens = await Promise.all(logins.map(async (login) => (await signIn(product.url, login)).token))
  const people = Array.from({ length: crowd.people }, (_, index) =>
    connect(product.url, tokens[index % tokens.length] ?? ''),
  )
  const memory = watchMemory()
  const endMs = performance.now() + crowd.seconds * 1000
  const statuses = (await Promise.all(people.map((person, index) => work(person, index, endMs)))).flat()
  const seen = memory.stop()
  for (const person of people) person.close()
  const count = (least: number) => statuses.filter((status) => status >= least).length
  expect(statuses.filter((status) => status >= 500)).toEqual([])
  expect(count(0)).toBeGreaterThan(crowd.seconds * 10)
  // In a short run memory still grows to what the work takes.
  if (isFull) expect(mean(seen.slice(-60)) / mean(seen.slice(60, 120))).toBeLessThan(growth)
  console.log(
    `${count(0)} requests, ${count(400)} refused, ${mean(seen.slice(60, 120)).toFixed(0)} → ${mean(seen.slice(-60)).toFixed(0)} MiB`,
  )
}, 900_000)
