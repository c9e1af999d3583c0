import type { AuthProvider } from 'react-admin'
import type { Me } from './contract.ts'
import { type Http, statusOf } from './http.ts'
import type { Session } from './session.ts'

/** The signed-in person, read once per sign-in. */
export interface IdentityReader {
  readonly me: () => Promise<Me>
  readonly forget: () => void
}

/** Reads who is signed in; a failure is forgotten, so the next call tries again. */
export function identityReader(api: string, http: Http): IdentityReader {
  let request: Promise<Me> | undefined
  const forget = () => {
    request = undefined
  }
  return {
    forget,
    me: () => {
      request ??= http(`${api}/me`).then(({ json }) => json as Me)
      request.catch(forget)
      return request
    },
  }
}

const verbs: Readonly<Record<string, string>> = { list: 'read', show: 'read', edit: 'update', export: 'read' }

/** Whether a person holds a right; react-admin's page names stand for the API's verbs. */
export const holds = (me: Me, resource: string, action: string): boolean =>
  me.permissions.includes(`${resource}.${verbs[action] ?? action}`)

/** Who is signed in and what they may do, for react-admin. */
export function authProvider(session: Session, identity: IdentityReader, api: string): AuthProvider {
  return {
    login: async ({ email, password, replacement, code, firstCode }) => {
      identity.forget()
      if (replacement) return session.replacePassword(replacement)
      if (code) return session.enterCode(code)
      if (firstCode) return session.keepFactor(firstCode)
      return session.signIn(email, password)
    },
    logout: async () => {
      identity.forget()
      await session.end(api)
    },
    checkAuth: async () => {
      if (!(await session.restore())) throw new Error('auth.signIn')
    },
    checkError: async (error) => {
      if (statusOf(error) !== 401) return
      identity.forget()
      session.signOut()
      throw error
    },
    getIdentity: async () => {
      const { id, name } = await identity.me()
      return { id, fullName: name }
    },
    getPermissions: async () => ((await session.restore()) ? identity.me() : undefined),
    canAccess: async ({ resource, action }) => holds(await identity.me(), resource, action),
  }
}
