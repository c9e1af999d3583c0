import type { SettlementFile } from '#shared/entities/settlementFile.ts'
import { refuse } from '#shared/refusals.ts'
import type { ActionRule } from '#shared/rules/decision.ts'
import { openBalance } from '#shared/rules/offers/balance.ts'
import { amountText } from '#shared/rules/offers/grounds.ts'
import { siteDay } from '#shared/rules/settings/profileVersions.ts'

/**
 * The payer's last word on a file is written down with what it paid: never of a day to come, and never more than is open,
 * for what is above it is the payer's credit and no part of this file.
 */
export const recordPayerAnswer: ActionRule = {
  needs: { site: { one: 'sites', id: ({ siteId }) => siteId } },
  decide: ({ record, body, related, actor, now }) => {
    const { totals, writtenOffMinor = 0, currency = '' }: Partial<SettlementFile> = record
    const { payerAnswer, payerAnsweredOn, payerPaidMinor: paid } = body
    // A button asks before its form is filled in.
    if (typeof paid !== 'number') return { changes: {} }
    if (String(payerAnsweredOn) > siteDay(related.site?.[0] ?? {}, now)) return refuse('PAYER_ANSWER_DAY')
    if (payerAnswer === 'paid' && paid === 0) return refuse('PAYER_PAID_NOTHING')
    const open = (totals?.netMinor ?? 0) - writtenOffMinor
    if (paid < 0 || paid > open) return refuse('PAYER_PAID_BEYOND', { left: amountText(open, currency) })
    return { changes: { holderId: actor.userId } }
  },
}

/**
 * Posts a write-off: an entry of the ledger, and the sum on the file, which never goes beyond its open balance. The same
 * offer posts once, however often it is carried out.
 */
export const writeOff: ActionRule = {
  needs: { entries: { under: 'ledger-entries' } },
  decide: ({ record, body, related }) => {
    const file: Partial<SettlementFile> = record
    const { currency = '', writtenOffMinor = 0 } = file
    const { offerId, writeOffReason, postedBy } = body
    const amountMinor = Number(body.amountMinor)
    if (related.entries?.some((entry) => entry.offerId === offerId)) return { changes: {} }
    if (file.payerAnswer === undefined) return refuse('PAYER_ANSWER_FIRST')
    if (body.currency !== currency) return refuse('WRITE_OFF_CURRENCY', { currency })
    const open = openBalance(file)
    if (amountMinor <= 0 || amountMinor > open) return refuse('WRITE_OFF_BEYOND', { left: amountText(open, currency) })
    const values = { fileId: file.id, kind: 'write-off', amountMinor, currency, offerId, writeOffReason, postedBy }
    return {
      changes: { writtenOffMinor: writtenOffMinor + amountMinor },
      creates: [{ resource: 'ledger-entries', values, key: ['write-off', String(offerId)] }],
    }
  },
}
