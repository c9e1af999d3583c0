import * as z from 'zod'
import { approverRoles, remedies } from '#shared/entities/offer.ts'
import { offerNeeds } from '#shared/entities/offerRule.ts'
import { type OperationContract, reasonReply } from './contract.ts'

/** Why something may be offered, each a sentence of the panel: `offer.grounds.OFFER_FREE`. */
export const groundNames = [
  'OFFER_FREE',
  'OFFER_UP_TO',
  'OFFER_LEFT',
  'OFFER_SECOND_PERSON',
  'OFFER_DIRECTOR',
  'OFFER_ABOVE_OWN',
] as const
export type GroundName = (typeof groundNames)[number]

const approver = z.enum(approverRoles)
const amount = z.int()

/** One remedy as somebody may offer it in a case; amounts in minor units of the currency. */
const offerOption = z.strictObject({
  remedy: z.enum(remedies),
  decision: z.enum(['allowed', 'needs-approval', 'refused']),
  isMoney: z.boolean(),
  approverRole: approver.optional(),
  approvers: z.array(z.strictObject({ role: approver, upToMinor: amount.optional() })),
  upToMinor: amount.optional(),
  most: z.strictObject({ amountMinor: amount, why: reasonReply.extend({ status: z.int() }) }).optional(),
  currency: z.string().optional(),
  why: reasonReply.extend({ status: z.int().optional() }),
  wording: z.string().optional(),
  wordingLanguage: z.string().optional(),
  isWordingFixed: z.boolean().optional(),
  needs: z.array(z.enum(offerNeeds)),
  ruleId: z.string().optional(),
  ruleCode: z.string().optional(),
  ruleVersion: z.int().optional(),
})
export type OfferOptionReply = z.infer<typeof offerOption>

/** What may be offered in a case: every remedy, for the caller or, where a director or an administrator tries it, a role. */
export const offerOptions = {
  query: { as: 'The role to try it as; for directors and administrators.' },
  reply: z.array(offerOption),
} satisfies OperationContract<unknown, OfferOptionReply[]>
