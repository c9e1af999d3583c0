import { type Route, routes } from '#shared/declaration/routes.ts'

/** One route of the HTTP API: its key, its function, and whether it needs a token. */
export interface GatewayRoute {
  readonly method: string
  readonly path: string
  readonly lambda: string
  readonly auth: Route['auth']
}

/** `/api/cases` of `/api/cases/{id}/actions/close`. */
const resourcePath = (path: string) => path.split('/').slice(0, 3).join('/')

/**
 * The routes of the HTTP API. A resource of signed-in people takes two, `ANY /api/cases` and `ANY /api/cases/{proxy+}`:
 * one for each address would soon exceed the 300 that AWS allows an API ("Amazon API Gateway quotas"), and the function
 * refuses what the table does not name. Each public address has its own route, so that nothing becomes public by
 * accident. An address of another function inside a resource has its own route too: an exact route has priority.
 */
export function gatewayRoutesOf(table: readonly Route[]): GatewayRoute[] {
  const byResource = new Map<string, Route[]>()
  for (const route of table.filter(({ auth }) => auth === 'user')) {
    const resource = resourcePath(route.path)
    byResource.set(resource, [...(byResource.get(resource) ?? []), route])
  }
  return [...table.filter(({ auth }) => auth === 'public').flatMap(exact), ...[...byResource].flatMap(grouped)]
}

/** A route as it is; a GET route also answers HEAD. */
const exact = ({ method, path, lambda, auth }: Route): GatewayRoute[] =>
  (method === 'GET' ? ['GET', 'HEAD'] : [method]).map((each) => ({ method: each, path, lambda, auth }))

function grouped([resource, members]: [string, Route[]]): GatewayRoute[] {
  const lambda = (members.find(({ path }) => path === resource) ?? members[0])?.lambda ?? ''
  const own = members.filter((route) => route.lambda === lambda)
  const any = (path: string): GatewayRoute => ({ method: 'ANY', path, lambda, auth: 'user' })
  return [
    ...(own.some(({ path }) => path === resource) ? [any(resource)] : []),
    ...(own.some(({ path }) => path !== resource) ? [any(`${resource}/{proxy+}`)] : []),
    ...members.filter((route) => route.lambda !== lambda).flatMap(exact),
  ]
}

/** Every route of the HTTP API. */
export const gatewayRoutes: readonly GatewayRoute[] = gatewayRoutesOf(routes)
