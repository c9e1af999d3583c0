import { FollowUp } from '#shared/entities/followUp.ts'
import { entities } from '#shared/entities/index.ts'
import { bulkStepsOf, type Entity } from './entity.ts'
import type { Role } from './roles.ts'
import { caseStaff, everyone } from './roles.ts'

/** Verbs of the API. */
export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'

/** One address of the API: who may use it, which Lambda serves it and which operation it runs. */
export interface Route {
  readonly method: Method
  readonly path: string
  /** The Lambda that serves it. */
  readonly lambda: string
  /** `list`, `create`, an action's name, …; unique within a resource. */
  readonly operation: string
  readonly resource?: string
  readonly auth: 'user' | 'public'
  /** Roles that may call it; empty only for public routes. */
  readonly allow: readonly Role[]
}

/** The routes of one entity, derived from its declaration. */
export function routesOf(entity: Entity): Route[] {
  const base = `/api/${entity.resource}`
  const route = (method: Method, path: string, operation: string, allow: readonly Role[]): Route[] =>
    allow.length === 0
      ? []
      : [{ method, path, operation, allow, lambda: entity.lambda, resource: entity.resource, auth: 'user' }]
  const { read, create, update, delete: remove } = entity.access
  return [
    ...route('GET', base, 'list', read),
    ...route('POST', base, 'create', create),
    ...route('POST', `${base}/rows`, 'rows', update),
    ...route('POST', `${base}/bulk`, 'bulk', bulkRoles(entity)),
    ...route('POST', `${base}/import`, 'import-list', [...new Set([...create, ...update])]),
    ...route('POST', `${base}/export`, 'export-list', read),
    ...route('GET', `${base}/groups`, 'groups', read),
    ...route('GET', `${base}/{id}`, 'read', read),
    ...route('GET', `${base}/{id}/files/{n}`, 'open-file', entity.files === undefined ? [] : read),
    ...route('PUT', `${base}/{id}`, 'update', update),
    ...route('PATCH', `${base}/{id}`, 'update', update),
    ...route('DELETE', `${base}/{id}`, 'delete', remove),
    ...route('POST', `${base}/{id}/restore`, 'restore', remove),
    ...Object.entries(entity.actions).flatMap(([name, action]) =>
      route('POST', `${base}/{id}/actions/${name}`, name, action.allow),
    ),
  ]
}

/** Roles that may change a record, by form or by a step, may ask for it in bulk; each record is checked by itself. */
const bulkRoles = (entity: Entity): Role[] => [
  ...new Set([...entity.access.update, ...bulkStepsOf(entity).flatMap((name) => entity.actions[name]?.allow ?? [])]),
]

const own = (method: Method, path: string, lambda: string, operation: string, allow = everyone): Route => ({
  method,
  path,
  lambda,
  operation,
  allow,
  auth: 'user',
})
const open = (method: Method, path: string, lambda: string, operation: string): Route => ({
  ...own(method, path, lambda, operation, []),
  auth: 'public',
})

/** Addresses that belong to no single record. */
const ownRoutes: readonly Route[] = [
  open('GET', '/api/health', 'system', 'health'),
  open('GET', '/api/openapi.json', 'openapi', 'openapi'),
  own('GET', '/api/me', 'system', 'me'),
  own('POST', '/api/sign-out', 'system', 'sign-out'),
  own('GET', '/api/history', 'system', 'history'),
  own('GET', '/api/follow-ups/summary', 'follow-ups', 'follow-up-summary', FollowUp.access.read),
  own('GET', '/api/survey-stats', 'surveys', 'survey-stats'),
  own('GET', '/api/cases/{id}/offer-options', 'cases', 'offer-options', [...caseStaff, 'admin']),
  own('POST', '/api/settlement-files/preview', 'settlements', 'preview'),
  open('GET', '/s/{token}', 'survey-page', 'show'),
  open('POST', '/s/{token}', 'survey-page', 'submit'),
]

/** Every route there is; API Gateway, permissions, OpenAPI and the home gateway all read this list. */
export const routes: readonly Route[] = [...ownRoutes, ...entities.flatMap(routesOf)]

/** Ids of the Lambdas that serve routes. */
export const lambdaNames: readonly string[] = [...new Set(routes.map((route) => route.lambda))]

/** The id of a route's operation, by which a Lambda finds it and a contract describes it. */
export const operationId = ({ resource, operation }: Route): string =>
  resource ? `${resource}.${operation}` : operation

/** The routes below one part of an address. */
interface RouteNode {
  readonly children: Map<string, RouteNode>
  parameter?: { readonly name: string; readonly node: RouteNode }
  readonly byMethod: Map<string, Route>
}
const newNode = (): RouteNode => ({ children: new Map(), byMethod: new Map() })
const root = newNode()
for (const route of routes) {
  let node = root
  for (const part of route.path.split('/').slice(1)) {
    if (part.startsWith('{')) {
      node.parameter ??= { name: part.slice(1, -1), node: newNode() }
      node = node.parameter.node
    } else {
      const child = node.children.get(part) ?? newNode()
      node.children.set(part, child)
      node = child
    }
  }
  node.byMethod.set(route.method, route)
}

/** What an address leads to: a route with its parameters, the methods it knows instead, or undefined. */
export function matchRoute(
  method: string,
  path: string,
): { route: Route; params: Record<string, string> } | { allowed: string[] } | undefined {
  const params: Record<string, string> = {}
  let node = root
  for (const part of path.split('/').slice(1)) {
    const child = node.children.get(part)
    if (child) node = child
    else if (node.parameter && part !== '') {
      const value = decode(part)
      if (value === undefined) return undefined
      params[node.parameter.name] = value
      node = node.parameter.node
    } else return undefined
  }
  if (node.byMethod.size === 0) return undefined
  const route = node.byMethod.get(method === 'HEAD' ? 'GET' : method)
  return route ? { route, params } : { allowed: [...node.byMethod.keys()] }
}

function decode(part: string): string | undefined {
  try {
    return decodeURIComponent(part)
  } catch {
    return undefined
  }
}
