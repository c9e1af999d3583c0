import type { AuthProvider } from 'react-admin'
import type { Me } from './contract.ts'
import { type Http, statusOf } from './http.ts'
import type { Session } from './session.ts'

/** The signed-in person, read once per sign-in. */
export interface Identity {
  readonly me: () => Promise<Me>
  readonly forget: () => void
}

export function identityReader(api: string, http: Http): Identity {
  let known: Promise<Me> | undefined
  const forget = () => {
    known = undefined
  }
  return {
    forget,
    me: () => {
      known ??= http(`${api}/me`).then(({ json }) => json as Me)
      known.catch(forget)
      return known
    },
  }
}

const rights: Record<string, string> = { list: 'read', show: 'read', edit: 'update', export: 'read' }

/** Whether a person holds a right; react-admin's page names stand for the API's verbs. */
export const holds = (me: Me, resource: string, action: string): boolean =>
  me.permissions.includes(`${resource}.${rights[action] ?? action}`)

/** Who is signed in and what they may do, for react-admin. */
export function authProvider(session: Session, identity: Identity): AuthProvider {
  return {
    login: async ({ email, password, replacement }) => {
      identity.forget()
      await (replacement ? session.replacePassword(replacement) : session.signIn(email, password))
    },
    logout: async () => {
      identity.forget()
      session.signOut()
    },
    checkAuth: async () => {
      if (!session.isSignedIn) throw new Error('auth.signIn')
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
    getPermissions: async () => (session.isSignedIn ? identity.me() : undefined),
    canAccess: async ({ resource, action }) => holds(await identity.me(), resource, action),
  }
}
