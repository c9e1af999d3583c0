import type { GroundName } from '#shared/api/offers.ts'
import type { Refusal } from '#shared/refusals.ts'
import { cases } from '#shared/text/en/cases.ts'
import { formatMinor } from '#shared/values/money.ts'

const { grounds } = cases.offer

/** Why something may be offered, as data: the panel says it in its language by `offer.grounds.<rule>`. */
export interface OfferGround {
  readonly rule: GroundName
  readonly parameters: Readonly<Record<string, string>>
  /** The sentence in English. */
  readonly message: string
}

/** Why an offer is possible, or why it is refused. */
export type Why = OfferGround | Refusal

/** A ground by its name, with the values of its sentence. */
export function groundOf(rule: GroundName, parameters: Readonly<Record<string, string>> = {}): OfferGround {
  const message = grounds[rule].replace(/%\{(\w+)\}/g, (_, name: string) => parameters[name] ?? '')
  return { rule, parameters, message }
}

/** An amount as sentences name it: `500.00 SAR`. */
export const amountText = (amountMinor: number, currency: string): string =>
  `${formatMinor(amountMinor, currency)} ${currency}`
