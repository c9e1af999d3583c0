import { problem } from '#shared/declaration/problem.ts'

/** Levels of nesting that are read; code that follows them down has room on its stack for some thousand. */
const depthLimit = 1000

/** Names that one object may have; each that no schema knows costs a refusal. */
const namesLimit = 1000

/**
 * Reads JSON that came from outside; throws a 400 problem for what is not JSON, is nested too deep, or contains a
 * prototype key or a broken character (RFC 8259, section 8.2), which no store and no hash would give back as it was.
 */
export function readJson(text: string, what: string): unknown {
  const value = parse(text, what)
  // Level by level: a function that parsing calls for each value takes three times as long, and one that calls itself
  // has no room for a thousand levels.
  let level: unknown[] = [value]
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > depthLimit) throw problem('NESTED_DEEP')
    const next: unknown[] = []
    for (const each of level) {
      if (typeof each === 'string') checkText(each, what)
      else if (Array.isArray(each)) for (const item of each) next.push(item)
      else if (typeof each === 'object' && each !== null) pushValues(next, each, what)
    }
    level = next
  }
  return value
}

function pushValues(next: unknown[], record: object, what: string): void {
  const entries = Object.entries(record)
  if (entries.length > namesLimit) throw problem('TOO_MANY', { limit: namesLimit })
  for (const [name, value] of entries) {
    if (name === '__proto__') throw problem('NAME_FORBIDDEN', { name: what })
    checkText(name, what)
    next.push(value)
  }
}

function checkText(text: string, what: string): void {
  if (!text.isWellFormed()) throw problem('TEXT_BROKEN', { name: what })
}

function parse(text: string, what: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw problem('NOT_JSON', { name: what })
  }
}
