import { endTokenSession } from '#functions/platform/http/identity.ts'
import { operation } from '#functions/platform/http/operation.ts'
import * as api from '#shared/api/system.ts'

/** Ends the session of the caller: its tokens are refused from then on, though they have not expired. */
export const signOut = operation(api.signOut, async ({ session }) => ({
  body: { isEnded: session !== undefined && (await endTokenSession(session)) },
}))
