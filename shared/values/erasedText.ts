/** What stands where a name or a text was that a record cannot be without; the panel says it in its language. */
export const erasedWord = '(erased)'

const prefix = 'erased-'

/** A text that only this record has and that tells nothing of the person: 29 characters at the most. */
export const pseudonymOf = (id: string): string => `${prefix}${id.slice(id.lastIndexOf('_') + 1).slice(-22)}`

/** Whether a value is what an erasure left in the place of a personal one. */
export const isErasedText = (value: unknown): boolean =>
  value === erasedWord || (typeof value === 'string' && /^erased-[0-9A-Z]{22}$/.test(value))
