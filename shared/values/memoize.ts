/** A function of a declaration that is computed once for each: a schema costs a hundred times what it takes to use it. */
export function memoize<D extends object, T>(make: (declaration: D) => T): (declaration: D) => T {
  const made = new WeakMap<D, T>()
  return (declaration) => {
    const known = made.get(declaration)
    if (known !== undefined) return known
    const fresh = make(declaration)
    made.set(declaration, fresh)
    return fresh
  }
}
