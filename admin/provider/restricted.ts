import type { Http } from './http.ts'

/** Ids of the restricted records that this page was given; each answer names those that it holds. */
const restricted = new Set<string>()

/** Keeps which records are restricted, out of the header `X-Restricted` of every answer. */
export function withRestricted(http: Http): Http {
  return async (url, options) => {
    const answer = await http(url, options)
    for (const id of answer.headers.get('X-Restricted')?.split(',') ?? []) restricted.add(id)
    return answer
  }
}

/** Whether a record that was read is restricted, so that reading it was noted. */
export const isRestricted = (id: unknown): boolean => restricted.has(String(id))
