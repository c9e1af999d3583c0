/**
 * Keys for requests that may be sent twice and must happen once: a request that is repeated because no answer came has
 * the key it had; one that differs, or that follows an answer, has a new one.
 */
export class Once {
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
