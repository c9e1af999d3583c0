import type { TabChannel, TabLock } from '#admin/provider/session/tabs.ts'
import { Session } from '#admin/provider/session.ts'

const config = async () => ({ apiUrl: '/api', region: 'eu-central-1', userPoolId: 'pool', userPoolClientId: 'client' })
const part = (claims: object) => btoa(JSON.stringify(claims))

/** One browser with several tabs over a user pool that takes every refresh token once. */
export class BrowserTabs {
  readonly clock = { now: 0 }
  /** Which tabs began anew, by their number. */
  readonly begun: number[] = []
  /** How often tokens were renewed. */
  renewals = 0
  readonly #channels: TabChannel[] = []
  readonly #valid = new Set<string>()
  #count = 0
  #turn: Promise<unknown> = Promise.resolve()

  /** A new tab, with a storage of its own. */
  open(): Session {
    const stored = new Map<string, string>()
    const number = this.#channels.length
    const channel: TabChannel = { onmessage: null, postMessage: (data) => this.#deliver(channel, data) }
    this.#channels.push(channel)
    return new Session({
      fetch: this.#pool,
      storage: {
        getItem: (key) => stored.get(key) ?? null,
        setItem: (key, value) => void stored.set(key, value),
        removeItem: (key) => void stored.delete(key),
      },
      config,
      now: () => this.clock.now,
      channel,
      lock: this.#lock,
      startAnew: () => void this.begun.push(number),
    })
  }

  /** Has the pool refuse what it gave. */
  endSessions(): void {
    this.#valid.clear()
  }

  #deliver(from: TabChannel, data: unknown) {
    for (const channel of this.#channels)
      if (channel !== from)
        queueMicrotask(() => channel.onmessage?.call(channel as BroadcastChannel, { data } as MessageEvent))
  }

  readonly #lock: TabLock = (work) => {
    const result = this.#turn.then(work)
    this.#turn = result.catch(() => {})
    return result
  }

  readonly #pool: typeof fetch = async (_, options) => {
    const { AuthParameters = {} } = JSON.parse(String(options?.body))
    const { USERNAME, REFRESH_TOKEN } = AuthParameters
    if (REFRESH_TOKEN && !this.#valid.delete(REFRESH_TOKEN))
      return new Response(JSON.stringify({ __type: 'NotAuthorizedException' }), { status: 400 })
    const sub = USERNAME ?? REFRESH_TOKEN?.split('/')[0]
    if (REFRESH_TOKEN) this.renewals++
    const RefreshToken = `${sub}/${++this.#count}`
    this.#valid.add(RefreshToken)
    const IdToken = `x.${part({ sub, count: this.#count })}.x`
    return new Response(JSON.stringify({ AuthenticationResult: { IdToken, RefreshToken, ExpiresIn: 3600 } }))
  }
}
