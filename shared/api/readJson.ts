import { Problem, problem } from '#shared/declaration/problem.ts'

/** Levels of nesting that are read; code that follows them down has room on its stack for some thousand. */
const depthLimit = 1000

/**
 * Reads JSON that came from outside; throws a 400 problem for what is not JSON, is nested too deep, or contains a
 * prototype key or a broken character (RFC 8259, section 8.2), which no store and no hash would give back as it was.
 */
export function readJson(text: string, what: string): unknown {
  const value = parse(text, what)
  let level: unknown[] = [value]
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > depthLimit) throw problem('NESTED_DEEP')
    level = level.flatMap((each) => (typeof each === 'object' && each !== null ? Object.values(each) : []))
  }
  return value
}

function parse(text: string, what: string): unknown {
  try {
    return JSON.parse(text, (name, value) => {
      if (name === '__proto__') throw problem('NAME_FORBIDDEN', { name: what })
      if (!name.isWellFormed() || (typeof value === 'string' && !value.isWellFormed()))
        throw problem('TEXT_BROKEN', { name: what })
      return value
    })
  } catch (error) {
    if (error instanceof Problem) throw error
    throw problem('NOT_JSON', { name: what })
  }
}
