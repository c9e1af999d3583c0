import type { APIGatewayProxyEventV2 } from 'aws-lambda'
import type { Route } from '#shared/declaration/routes.ts'

/** Writes one line of JSON; only ids, routes, timings and counts may be passed in, never a person's data. */
export const log = (line: Readonly<Record<string, string | number | boolean | undefined>>): void => {
  if (process.env.LOG !== 'off') process.stdout.write(`${JSON.stringify(line)}\n`)
}

/** One line per request: the route's pattern, never its address, and the name of an unforeseen error, never its words. */
export function logRequest(
  event: APIGatewayProxyEventV2 & { startedAt?: number; route?: Route; context?: { actor: { userId: string } } },
  status: number,
  error?: unknown,
): void {
  log({
    at: new Date().toISOString(),
    requestId: event.requestContext.requestId,
    method: event.requestContext.http.method,
    route: event.route?.path ?? 'none',
    status,
    ms: Math.round((performance.now() - (event.startedAt ?? performance.now())) * 10) / 10,
    actor: event.context?.actor.userId,
    ...(error !== undefined && { error: nameOf(error), at_line: whereOf(error) }),
  })
}

const nameOf = (error: unknown): string => (error instanceof Error ? error.name : typeof error)

// A stack frame names a function and a line of ours; the message is left out, for it may contain data.
const whereOf = (error: unknown): string | undefined =>
  error instanceof Error
    ? error.stack
        ?.split('\n')
        .find((line) => line.trim().startsWith('at '))
        ?.trim()
        .slice(0, 160)
    : undefined
