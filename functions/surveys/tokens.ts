import { createHmac, randomBytes } from 'node:crypto'
import { env } from '#functions/platform/aws/env.ts'
import { secret } from '#functions/platform/aws/secret.ts'
import { putNew, type TransactionStep } from '#functions/platform/store/commit.ts'
import type { StoredRecord } from '#functions/platform/store/item.ts'
import { surveyLinkKey } from '#functions/platform/store/keys.ts'
import { getItem, getRecord } from '#functions/platform/store/read.ts'
import { expiryAttribute } from '#functions/platform/store/table.ts'
import { Invitation } from '#shared/entities/invitation.ts'

/** Days for which an expired link still says that it has expired, before it becomes an unknown one. */
const rememberedDays = 30

/** A new token: 16 random bytes as 22 characters; known to nobody but whoever gets the link. */
export const newToken = (): string => randomBytes(16).toString('base64url')

/** The address a token is handed over as. */
export const linkOf = (token: string): string => `${env.publicUrl}/s/${token}`

/** The keyed hash of a text under the pepper: what a leaked table does not give away. */
export const peppered = async (text: string): Promise<string> =>
  createHmac('sha256', await secret('TOKEN_PEPPER'))
    .update(text)
    .digest('base64url')

/** The write that makes a token lead to an invitation until some time after it expires. */
export async function tokenStep(token: string, invitationId: string, expiresAt: string): Promise<TransactionStep> {
  const expires = Math.floor(Date.parse(expiresAt) / 1000) + rememberedDays * 86_400
  return putNew({ ...surveyLinkKey(await peppered(token)), invitationId, [expiryAttribute]: expires }, 'claim')
}

/** The invitation a token leads to, or undefined; an unknown token takes the same two reads as a known one. */
export async function invitationOf(token: string): Promise<StoredRecord | undefined> {
  const item = await getItem(surveyLinkKey(await peppered(token)), { consistent: true })
  const stored = await getRecord(String(item?.invitationId ?? nobody), { consistent: true })
  return stored?.record.deletedAt === undefined ? stored : undefined
}

const nobody = `${Invitation.prefix}_${'0'.repeat(26)}`
