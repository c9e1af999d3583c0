import { timingSafeEqual } from 'node:crypto'
import { env } from '#functions/platform/aws/env.ts'
import { secretVersion } from '#functions/platform/aws/secret.ts'
import { originHeader } from '#shared/api/origin.ts'
import { problem } from '#shared/declaration/problem.ts'

/** How long an unknown value is refused before the secret is read again, in milliseconds. */
const rereadMs = 10_000

/** What was read of the secret, and when both of its values were read last. */
interface KnownValues {
  readonly arn: string
  readonly values: readonly string[]
  readonly readBothAt: number
}
let known: KnownValues | undefined

/**
 * Refuses a request that did not come through CloudFront, where the firewall is, but by the API's own address; throws 404.
 * Two values of the secret hold at once, so that it can be exchanged while people work. At home nothing is asked.
 */
export async function checkOrigin(headers: Readonly<Record<string, string | undefined>>): Promise<void> {
  const arn = env.originSecret
  if (!arn) return
  const sent = headers[originHeader]
  if (sent === undefined || sent === '') throw problem('NO_ADDRESS')
  if (known?.arn !== arn) known = { arn, values: await valuesOf(arn, 'AWSCURRENT'), readBothAt: 0 }
  if (isAmong(known.values, sent)) return
  const now = Date.now()
  // A flood of wrong values must not become a flood of questions.
  if (now - known.readBothAt < rereadMs) throw problem('NO_ADDRESS')
  known = { ...known, readBothAt: now }
  known = { arn, values: await valuesOf(arn, 'AWSCURRENT', 'AWSPREVIOUS'), readBothAt: now }
  if (!isAmong(known.values, sent)) throw problem('NO_ADDRESS')
}

async function valuesOf(arn: string, ...stages: Parameters<typeof secretVersion>[1][]): Promise<string[]> {
  const values = await Promise.all(stages.map((stage) => secretVersion(arn, stage)))
  return values.filter((value) => value !== undefined)
}

/** Compares in a time that tells nothing of the values; their length is no secret. */
function isAmong(values: readonly string[], sent: string): boolean {
  const bytes = Buffer.from(sent)
  const found = values.map((value) => {
    const expected = Buffer.from(value)
    return expected.length === bytes.length && timingSafeEqual(expected, bytes)
  })
  return found.includes(true)
}
