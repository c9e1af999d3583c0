import type { Session } from '../session.ts'

type Send = (url: string, options: RequestInit) => Promise<Response>

/** Sends requests in a way of its own; what it gives has the same arguments and answers. */
export type Resend = (send: Send) => Send

/** Whether the person at the screen asked for a request, rather than a page that reads again by itself. */
export type AskedCheck = (url: string, options: RequestInit) => boolean

/**
 * Keeps the requests of a page whose session has ended, until the same person has signed in again; then they are sent once
 * more, one after the other in the order in which they were made.
 */
export class SessionEnd {
  readonly #session: Session
  readonly #isAsked: AskedCheck
  readonly #listeners = new Set<() => void>()
  #waiting: { isWrite: boolean; goOn: () => void }[] = []
  #turn: Promise<unknown> = Promise.resolve()
  /** Whether the page has shown anything: one that has not begins with the sign-in page. */
  #isInUse = false
  #isAsking = false

  constructor(session: Session, isAsked: AskedCheck) {
    this.#session = session
    this.#isAsked = isAsked
    session.onSignIn(() => {
      const waiting = this.#waiting
      this.#waiting = []
      this.#ask(false)
      for (const { goOn } of waiting) goOn()
    })
  }

  /** Whether a person has to sign in before the page goes on. */
  readonly isAsking = (): boolean => this.#isAsking

  /** Whether something is to be saved that waits for the sign-in. */
  readonly isKeeping = (): boolean => this.#waiting.some(({ isWrite }) => isWrite)

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  /** Gives everything up that waits, in every tab. */
  readonly leave = (): void => this.#session.leave()

  readonly resend: Resend = (send) => async (url, options) => {
    const isAsked = this.#isAsked(url, options)
    let hasWaited = false
    for (;;) {
      if (this.#session.hasEnded) {
        await this.#signedIn(isAsked, options)
        hasWaited = true
      }
      const answer = await (hasWaited ? this.#inTurn(() => send(url, options)) : send(url, options))
      if (answer.ok) this.#isInUse = true
      if (answer.status !== 401) return answer
      if (!this.#isInUse) this.#session.signOut()
      else this.#session.expire()
      if (!this.#session.hasEnded) return answer
    }
  }

  #signedIn(isAsked: boolean, { method = 'GET', signal }: RequestInit): Promise<void> {
    return new Promise((goOn, reject) => {
      const waiting = { isWrite: method !== 'GET', goOn }
      this.#waiting.push(waiting)
      signal?.addEventListener('abort', () => {
        this.#waiting = this.#waiting.filter((each) => each !== waiting)
        reject(signal.reason)
      })
      if (isAsked) this.#ask(true)
    })
  }

  #inTurn(send: () => Promise<Response>): Promise<Response> {
    const answer = this.#turn.then(send)
    this.#turn = answer.catch(() => {})
    return answer
  }

  #ask(isAsking: boolean): void {
    if (this.#isAsking === isAsking) return
    this.#isAsking = isAsking
    for (const listener of this.#listeners) listener()
  }
}
