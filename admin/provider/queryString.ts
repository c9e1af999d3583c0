/** Values of a query string by name: several of one name as a list, null for a name without a value. */
type Query = Record<string, unknown>

// A few characters that RFC 3986 reserves, and encodeURIComponent leaves as they are.
const encoded = (text: unknown): string =>
  encodeURIComponent(String(text)).replace(/[!'()*]/g, (each) => `%${each.charCodeAt(0).toString(16).toUpperCase()}`)

/** The query string of some values, names in order; what is undefined is left out. Stands in for the package query-string. */
export const stringify = (query: Query): string =>
  Object.keys(query)
    .sort()
    .flatMap((name) => [query[name]].flat().map((value) => [name, value] as const))
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => (value === null ? encoded(name) : `${encoded(name)}=${encoded(value)}`))
    .join('&')

/** The values of a query string, with or without its question mark. */
export function parse(text: string): Query {
  const query: Query = Object.create(null)
  const parts = text
    .trim()
    .replace(/^[?#&]/, '')
    .split('&')
  for (const part of parts.filter((each) => each !== '')) {
    const [name = ''] = new URLSearchParams(part).keys()
    const value = part.includes('=') ? (new URLSearchParams(part).get(name) ?? '') : null
    query[name] = name in query ? [query[name], value].flat() : value
  }
  return query
}
