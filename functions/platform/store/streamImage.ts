import type { AttributeValue } from 'aws-lambda'

/** An outbox item out of a stream record, whose attributes are texts, numbers, lists and maps of them. */
export const itemOf = (image: Readonly<Record<string, AttributeValue>> = {}): Record<string, unknown> =>
  Object.fromEntries(Object.entries(image).map(([name, value]) => [name, plain(value)]))

function plain({ S, N, L, M }: AttributeValue): unknown {
  if (S !== undefined) return S
  if (N !== undefined) return Number(N)
  return M === undefined ? L?.map(plain) : itemOf(M)
}
