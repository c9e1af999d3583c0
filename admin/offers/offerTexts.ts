import { formatMoney } from '#admin/language/format.ts'
import { refusalText } from '#admin/language/refusal.ts'
import type { Words } from '#admin/language/words.ts'
import { groundNames, type OfferOptionReply } from '#shared/api/offers.ts'
import type { Tone } from '#shared/declaration/lifecycle.ts'
import { Offer } from '#shared/entities/offer.ts'

type LocalWords = Words & { readonly locale: string }

/** The tone and the word of each decision. */
export const decisions = {
  allowed: { tone: 'done', word: 'offer.allowed' },
  'needs-approval': { tone: 'near', word: 'offer.asks' },
  refused: { tone: 'plain', word: 'offer.refused' },
} as const satisfies Readonly<Record<OfferOptionReply['decision'], { tone: Tone; word: string }>>

/** An amount with its currency, as a person reads it. */
export const amountOf = (amountMinor: number, currency: string, locale: string): string =>
  `${formatMoney(amountMinor, currency, locale)} ${currency}`

/** Why something may be offered or may not, in the person's language. */
export function whyText(words: LocalWords, { rule, parameters, message }: OfferOptionReply['why']): string {
  if (groundNames.some((name) => name === rule)) return words.t(`offer.grounds.${rule}`, parameters)
  return refusalText(words, Offer, { rule, parameters, message })
}

/** Who decides up to which amount, one sentence for each; without amounts for what is no money. */
export function approverTexts(words: LocalWords, { approvers, currency = '', isMoney }: OfferOptionReply): string[] {
  return approvers.map(({ role, upToMinor }) => {
    const name = words.value(Offer.resource, 'approverRole', role)
    if (!isMoney) return words.t('offer.decidedBy', { role: name })
    if (upToMinor === undefined) return words.t('offer.decidedAbove', { role: name })
    return words.t('offer.decidedUpTo', { amount: amountOf(upToMinor, currency, words.locale), role: name })
  })
}
