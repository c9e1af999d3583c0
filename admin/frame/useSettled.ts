import { useEffect, useState } from 'react'

/** A value as it was when it last stayed the same for `ms` milliseconds, such as a text while somebody types. */
export function useSettled(value: string, ms = 200): string {
  const [settled, setSettled] = useState(value)
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), ms)
    return () => clearTimeout(timer)
  }, [value, ms])
  return settled
}
