import { get } from 'react-hook-form'

/** What is wrong with a list of a form as a whole, and with an entry as a whole; the errors of its inputs stand there. */
export function entryErrors(errors: object, source: string): string[] {
  const list: unknown = get(errors, source)
  if (!list) return []
  const whole = messageOf(get(list, 'root')) ?? messageOf(list)
  const entries = Array.isArray(list) ? list.map(messageOf) : []
  return [
    ...(whole ? [whole] : []),
    ...entries.flatMap((message, index) => (message ? [`${index + 1}: ${message}`] : [])),
  ]
}

const messageOf = (error: unknown): string | undefined => {
  const message: unknown = get(error, 'message')
  return typeof message === 'string' ? message : undefined
}
