import { malformed, Problem } from '#shared/declaration/problem.ts'

/**
 * Reads JSON that came from outside; throws a 400 problem for what is not JSON, is nested past reading, or holds a
 * prototype key or a broken character (RFC 8259, section 8.2), which no store and no hash would give back as it was.
 */
export function readJson(text: string, what: string): unknown {
  try {
    return JSON.parse(text, (name, value) => {
      if (name === '__proto__') throw malformed(`${what} has a name that is not allowed.`)
      if (!name.isWellFormed() || (typeof value === 'string' && !value.isWellFormed()))
        throw malformed(`${what} has a broken character.`)
      return value
    })
  } catch (error) {
    if (error instanceof Problem) throw error
    throw malformed(`${what} is not JSON, or nested too deep.`)
  }
}
