/** JSON with sorted names, so that the same content gives the same text; an absent value in a list is null. */
export function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map((each) => canonical(each ?? null)).join(',')}]`
  if (value === null || typeof value !== 'object') return JSON.stringify(value) ?? 'null'
  const entries = Object.entries(value).filter(([, each]) => each !== undefined)
  entries.sort(([a], [b]) => (a < b ? -1 : 1))
  return `{${entries.map(([name, each]) => `${JSON.stringify(name)}:${canonical(each)}`).join(',')}}`
}

/** Whether two values are the same content; an absent one is the same as null. */
export function isSame(a: unknown, b: unknown): boolean {
  const [left, right] = [a ?? null, b ?? null]
  if (left === right) return true
  const areTrees = typeof left === 'object' && typeof right === 'object' && left !== null && right !== null
  return areTrees && canonical(left) === canonical(right)
}
