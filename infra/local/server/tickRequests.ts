import { randomBytes, timingSafeEqual } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { json } from 'node:stream/consumers'
import type { Instance } from '#infra/local/process/lock.ts'
import { schedules } from '#shared/declaration/schedules.ts'
import { sendProblem } from './answer.ts'
import { StartProblem } from './gateway.ts'

/** A tick by hand: its name, and its instant (UTC ISO), now when absent. */
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

/** Runs ticks for a caller who knows the token, which stands in the data folder; returns the token and the handler. */
export const createTickHandler = (run: (tick: TickEvent) => Promise<unknown>) => {
  const token = randomBytes(32).toString('base64url')
  const isKnown = (text: string) =>
    text.length === token.length && timingSafeEqual(Buffer.from(text), Buffer.from(token))
  const handler = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    if (request.method !== 'POST' || !isKnown(String(request.headers['x-instance-token'] ?? '')))
      return sendProblem(response, 404, 'There is nothing at this address.')
    const result = await run(checkTick((await json(request)) as TickEvent))
    response.writeHead(200, { 'content-type': 'application/json' })
    response.end(JSON.stringify(result ?? {}))
  }
  return { token, handler }
}

/** Runs a tick in a running instance and returns its answer. */
export const requestTick = async ({ url, token }: Instance, tick: TickEvent): Promise<unknown> => {
  const response = await fetch(`${url}/.instance/tick`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-instance-token': token ?? '' },
    body: JSON.stringify(tick),
  })
  if (!response.ok) throw new StartProblem(`The running instance could not run the tick (status ${response.status}).`)
  return response.json()
}
