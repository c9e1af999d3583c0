import { randomBytes, timingSafeEqual } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Instance } from '#infra/local/process/lock.ts'
import { schedules } from '#shared/declaration/schedules.ts'
import { sendProblem } from './answer.ts'
import { StartProblem } from './gateway.ts'

/** A tick by hand: which, and at what instant (UTC ISO), now when absent. */
export type TickEvent = { tick: string; at?: string }

/** Checks a tick's name and instant before anything is started for it. */
export const checkTick = ({ tick, at }: TickEvent): TickEvent => {
  const names = schedules.map(({ name }) => name)
  if (!names.some((name) => name === tick))
    throw new StartProblem(`There is no tick "${tick}". The ticks are: ${names.join(', ')}.`)
  if (at !== undefined && Number.isNaN(Date.parse(at)))
    throw new StartProblem(`--at takes an instant such as 2026-03-01T09:00:00Z, not "${at}".`)
  return at === undefined ? { tick } : { tick, at: new Date(at).toISOString() }
}

const bodyOf = async (request: IncomingMessage) => {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk)
  return JSON.parse(Buffer.concat(chunks).toString())
}

/** The instance's own door: whoever can read its token in the data folder may ask for a tick. */
export const createDoor = (run: (tick: TickEvent) => Promise<unknown>) => {
  const token = randomBytes(32).toString('base64url')
  const isKnown = (given: string) =>
    given.length === token.length && timingSafeEqual(Buffer.from(given), Buffer.from(token))
  const door = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    if (request.method !== 'POST' || !isKnown(String(request.headers['x-instance-token'] ?? '')))
      return sendProblem(response, 404, 'There is nothing at this address.')
    const result = await run(checkTick(await bodyOf(request)))
    response.writeHead(200, { 'content-type': 'application/json' })
    response.end(JSON.stringify(result ?? {}))
  }
  return { token, door }
}

/** Asks a running instance for a tick and returns its answer. */
export const askForTick = async ({ url, token }: Instance, tick: TickEvent): Promise<unknown> => {
  const response = await fetch(`${url}/.door/tick`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-instance-token': token ?? '' },
    body: JSON.stringify(tick),
  })
  if (!response.ok) throw new StartProblem(`The running instance could not do it (status ${response.status}).`)
  return response.json()
}
