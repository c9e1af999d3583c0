import { i18nProvider } from '#admin/language/i18n.ts'
import { wordsOf } from '#admin/language/words.ts'
import { entities } from '#shared/entities/index.ts'
import { authProvider, holds, identityReader } from './auth.ts'
import { configReader } from './config.ts'
import type { RedressProvider } from './contract.ts'
import { dataProvider } from './data.ts'
import { httpClient, type ProblemTranslator } from './http.ts'
import { withRestricted } from './restricted.ts'
import { withOwnWrites } from './seen.ts'
import { askedByPerson } from './session/askedByPerson.ts'
import { SessionEnd } from './session/sessionEnd.ts'
import { startAnew } from './session/startAnew.ts'
import { browserLock } from './session/tabs.ts'
import { Session } from './session.ts'

const api = '/api'
const fetcher: typeof fetch = (...request) => window.fetch(...request)
const session = new Session({
  fetch: fetcher,
  storage: window.sessionStorage,
  config: configReader(fetcher),
  channel: new BroadcastChannel('redress.session'),
  lock: browserLock(navigator.locks),
  startAnew,
})
document.addEventListener('visibilitychange', () => document.hidden || session.wake())

/** What becomes of requests when the session of the person has ended. */
export const sessionEnd = new SessionEnd(session, askedByPerson(document))

/** The sentence of a refusal by its id; one for the status where no refusal was named. */
const translate: ProblemTranslator = async (problem, status, resource) => {
  const { rule, issues } = problem
  const words = { ...wordsOf(i18nProvider.translate), locale: i18nProvider.getLocale() }
  if (!rule) return { ...problem, message: words.t(`problems.${status}`, { _: words.t('problems.other') }) }
  const { issueTexts, refusalText } = await import('#admin/language/refusal.ts')
  const entity = entities.find((each) => each.resource === resource)
  return {
    ...problem,
    message: refusalText(words, entity, { ...problem, rule }),
    ...(issues && { errors: issueTexts(words, entity, issues) }),
  }
}

const http = withRestricted(
  withOwnWrites(httpClient(session, fetcher, translate, sessionEnd.resend), window.sessionStorage),
)

const identity = identityReader(api, http)
const connection = dataProvider(api, http, translate)

/** The panel's connection to the API; records that the person may not read at all are not asked for. */
export const provider: RedressProvider = {
  ...connection,
  getMany: async (resource, request) =>
    holds(await identity.me(), resource, 'read') ? connection.getMany(resource, request) : { data: [] },
}

/** The key for an app that makes codes, for a person who is signing in and needs a second factor. */
export const newFactorKey = (): Promise<string> => session.newKey()

/** The panel's connection to the identity service. */
export const auth = authProvider(session, identity, api)
