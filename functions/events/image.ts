import type { AttributeValue } from 'aws-lambda'

/** An outbox item out of a stream record, whose attributes are texts, numbers and lists of texts. */
export const itemOf = (image: Readonly<Record<string, AttributeValue>> = {}): Record<string, unknown> =>
  Object.fromEntries(Object.entries(image).map(([name, value]) => [name, plain(value)]))

function plain({ S, N, L }: AttributeValue): unknown {
  if (S !== undefined) return S
  if (N !== undefined) return Number(N)
  return L?.map(plain)
}
