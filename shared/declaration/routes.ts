import { entities } from '#shared/entities/index.ts'
import { bulkStepsOf, type Entity } from './entity.ts'
import type { Role } from './roles.ts'
import { everyone } from './roles.ts'

/** Verbs of the API. */
export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'

/** One address of the API: who may use it, which Lambda serves it and which operation it runs. */
export interface Route {
  readonly method: Method
  readonly path: string
  /** The Lambda that serves it. */
  readonly context: string
  /** `list`, `create`, an action's name, …; unique within a resource. */
  readonly operation: string
  readonly resource?: string
  readonly auth: 'user' | 'public'
  /** Roles that may call it; empty only for public routes. */
  readonly allow: readonly Role[]
}

/** The routes of one entity, derived from its declaration. */
export function routesOf(entity: Entity): Route[] {
  const now = `/api/${entity.resource}`
  const route = (method: Method, path: string, operation: string, allow: readonly Role[]): Route[] =>
    allow.length === 0
      ? []
      : [{ method, path, operation, allow, context: entity.context, resource: entity.resource, auth: 'user' }]
  const { read, create, update, delete: remove } = entity.access
  return [
    ...route('GET', now, 'list', read),
    ...route('POST', now, 'create', create),
    ...route('POST', `${now}/rows`, 'rows', update),
    ...route('POST', `${now}/bulk`, 'bulk', bulkRoles(entity)),
    ...route('POST', `${now}/import`, 'import-list', [...new Set([...create, ...update])]),
    ...route('POST', `${now}/export`, 'export-list', read),
    ...route('GET', `${now}/{id}`, 'read', read),
    ...route('PUT', `${now}/{id}`, 'update', update),
    ...route('PATCH', `${now}/{id}`, 'update', update),
    ...route('DELETE', `${now}/{id}`, 'delete', remove),
    ...route('POST', `${now}/{id}/restore`, 'restore', remove),
    ...Object.entries(entity.actions).flatMap(([name, action]) =>
      route('POST', `${now}/{id}/actions/${name}`, name, action.allow),
    ),
  ]
}

/** Whoever may change a record by form or by an action may ask for it in bulk; each record is checked again. */
const bulkRoles = (entity: Entity): Role[] => [
  ...new Set([...entity.access.update, ...bulkStepsOf(entity).flatMap((name) => entity.actions[name]?.allow ?? [])]),
]

const own = (method: Method, path: string, context: string, operation: string, allow = everyone): Route => ({
  method,
  path,
  context,
  operation,
  allow,
  auth: 'user',
})
const open = (method: Method, path: string, context: string, operation: string): Route => ({
  ...own(method, path, context, operation, []),
  auth: 'public',
})

/** Addresses that belong to no single record. */
const ownRoutes: readonly Route[] = [
  open('GET', '/api/health', 'system', 'health'),
  open('GET', '/api/openapi.json', 'system', 'openapi'),
  own('GET', '/api/me', 'system', 'me'),
  own('GET', '/api/history', 'system', 'history'),
  own('GET', '/api/survey-stats', 'surveys', 'survey-stats'),
  own('POST', '/api/settlement-files/preview', 'settlements', 'preview'),
  open('GET', '/s/{token}', 'survey-page', 'show'),
  open('POST', '/s/{token}', 'survey-page', 'submit'),
]

/** Every route there is; API Gateway, permissions, OpenAPI and the home gateway all read this list. */
export const routes: readonly Route[] = [...ownRoutes, ...entities.flatMap(routesOf)]

/** Ids of the Lambdas that serve routes. */
export const contexts: readonly string[] = [...new Set(routes.map((route) => route.context))]

interface Branch {
  readonly fixed: Map<string, Branch>
  any?: { readonly name: string; readonly next: Branch }
  readonly byMethod: Map<string, Route>
}
const branch = (): Branch => ({ fixed: new Map(), byMethod: new Map() })
const root = branch()
for (const route of routes) {
  let at = root
  for (const part of route.path.split('/').slice(1)) {
    if (part.startsWith('{')) {
      at.any ??= { name: part.slice(1, -1), next: branch() }
      at = at.any.next
    } else {
      const next = at.fixed.get(part) ?? branch()
      at.fixed.set(part, next)
      at = next
    }
  }
  at.byMethod.set(route.method, route)
}

/** What an address leads to: a route with its parameters, the methods it knows instead, or undefined. */
export function matchRoute(
  method: string,
  path: string,
): { route: Route; params: Record<string, string> } | { allowed: string[] } | undefined {
  const params: Record<string, string> = {}
  let at: Branch | undefined = root
  for (const part of path.split('/').slice(1)) {
    const fixed: Branch | undefined = at.fixed.get(part)
    if (fixed) at = fixed
    else if (at.any && part !== '') {
      const value = decode(part)
      if (value === undefined) return undefined
      params[at.any.name] = value
      at = at.any.next
    } else return undefined
  }
  if (at.byMethod.size === 0) return undefined
  const route = at.byMethod.get(method === 'HEAD' ? 'GET' : method)
  return route ? { route, params } : { allowed: [...at.byMethod.keys()] }
}

function decode(part: string): string | undefined {
  try {
    return decodeURIComponent(part)
  } catch {
    return undefined
  }
}
