import { i18nProvider } from '#admin/language/i18n.ts'
import { authProvider, identityReader } from './auth.ts'
import { configReader } from './config.ts'
import { dataProvider } from './data.ts'
import { httpClient } from './http.ts'
import { Session } from './session.ts'

const api = '/api'
const fetcher: typeof fetch = (...request) => window.fetch(...request)
const session = new Session({ fetch: fetcher, storage: window.sessionStorage, config: configReader(fetcher) })

/** The sentence for a refusal: the rule's in the person's language, else the server's, else one for the status. */
function sentence(rule: string | undefined, status: number, message: string): string {
  const isEnglish = i18nProvider.getLocale() === 'en'
  const own = rule ? i18nProvider.translate(`rules.${rule}`, { _: '' }) : ''
  if (own !== '') return own
  if (isEnglish && message !== '' && status !== 0 && status !== 412) return message
  return i18nProvider.translate(`problems.${status}`, { _: message || i18nProvider.translate('problems.other') })
}

const http = httpClient(session, fetcher, sentence)

/** The panel's connection to the API. */
export const provider = dataProvider(api, http)

/** The panel's connection to the identity service. */
export const auth = authProvider(session, identityReader(api, http))
