/**
 * The idempotency key of requests that may be sent twice and must take effect once: a repeated request has the same key
 * until it is answered; a different request, or one after an answer, has a new key.
 */
export class IdempotencyKey {
  #request = ''
  #key = ''

  keyOf(request: unknown): string {
    const text = JSON.stringify(request)
    if (text !== this.#request) this.#key = newKey()
    this.#request = text
    return this.#key
  }

  answered(): void {
    this.#request = ''
  }
}

const newKey = (): string => [...crypto.getRandomValues(new Uint32Array(4))].map((part) => part.toString(36)).join('-')
