import { type Route, routes } from '#shared/declaration/routes.ts'

/** One route of the HTTP API: its key, the function behind it, whether it asks for a token. */
export interface GatewayRoute {
  readonly method: string
  readonly path: string
  readonly context: string
  readonly auth: Route['auth']
}

/** `/api/cases` of `/api/cases/{id}/actions/close`. */
const resourcePath = (path: string) => path.split('/').slice(0, 3).join('/')

/**
 * The routes of the HTTP API. A resource of signed-in people takes two, `ANY /api/cases` and `ANY /api/cases/{proxy+}`:
 * one for each address would pass the 300 that AWS allows an API as entities are added ("Amazon API Gateway quotas"),
 * and the function refuses what the table does not name. Public addresses are named one by one, so that nothing
 * becomes public by the way. What another function serves inside a resource is named too: an exact route goes first.
 */
export function gatewayRoutesOf(table: readonly Route[]): GatewayRoute[] {
  const byResource = new Map<string, Route[]>()
  for (const route of table.filter(({ auth }) => auth === 'user')) {
    const now = resourcePath(route.path)
    byResource.set(now, [...(byResource.get(now) ?? []), route])
  }
  return [...table.filter(({ auth }) => auth === 'public').flatMap(exact), ...[...byResource].flatMap(grouped)]
}

/** A public route as it is; who may GET an address may ask for its HEAD. */
const exact = ({ method, path, context, auth }: Route): GatewayRoute[] =>
  (method === 'GET' ? ['GET', 'HEAD'] : [method]).map((each) => ({ method: each, path, context, auth }))

function grouped([now, members]: [string, Route[]]): GatewayRoute[] {
  const context = (members.find(({ path }) => path === now) ?? members[0])?.context ?? ''
  const own = members.filter((route) => route.context === context)
  const any = (path: string): GatewayRoute => ({ method: 'ANY', path, context, auth: 'user' })
  return [
    ...(own.some(({ path }) => path === now) ? [any(now)] : []),
    ...(own.some(({ path }) => path !== now) ? [any(`${now}/{proxy+}`)] : []),
    ...members.filter((route) => route.context !== context).flatMap(exact),
  ]
}

/** Every route of the HTTP API. */
export const gatewayRoutes: readonly GatewayRoute[] = gatewayRoutesOf(routes)
