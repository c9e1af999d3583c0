import { createHmac, randomBytes } from 'node:crypto'
import { env } from '#functions/platform/aws/env.ts'
import { secret } from '#functions/platform/aws/secret.ts'
import type { StoredRecord } from '#functions/platform/store/item.ts'
import { linkedInvitation, linkStep } from '#functions/platform/store/items/surveyItems.ts'
import { getRecord } from '#functions/platform/store/read.ts'
import type { TransactionStep } from '#functions/platform/store/steps.ts'
import { Invitation } from '#shared/entities/invitation.ts'

/** Days for which an expired link still says that it has expired, before it becomes an unknown one. */
const rememberedDays = 30

/** A new token: 16 random bytes as 22 characters, which only the link contains. */
export const newToken = (): string => randomBytes(16).toString('base64url')

/** The address that a token is handed over as. */
export const linkOf = (token: string): string => `${env.publicUrl}/s/${token}`

/** The hash of a text keyed with the pepper, so that a leaked table gives no text away. */
export const keyedHash = async (text: string): Promise<string> =>
  createHmac('sha256', await secret('TOKEN_PEPPER'))
    .update(text)
    .digest('base64url')

/** The write that makes a token lead to an invitation until some time after it expires. */
export async function tokenStep(token: string, invitationId: string, expiresAt: string): Promise<TransactionStep> {
  const expires = Math.floor(Date.parse(expiresAt) / 1000) + rememberedDays * 86_400
  return linkStep(await keyedHash(token), invitationId, expires)
}

/** The invitation a token leads to, or undefined; an unknown token takes the same two reads as a known one. */
export async function invitationOf(token: string): Promise<StoredRecord<Invitation> | undefined> {
  const id = (await linkedInvitation(await keyedHash(token))) ?? nobody
  const stored = await getRecord(Invitation, id, { consistent: true })
  return stored?.record.deletedAt === undefined ? stored : undefined
}

const nobody = `${Invitation.prefix}_${'0'.repeat(26)}`
