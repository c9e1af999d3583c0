import { randomUUID } from 'node:crypto'
import type { Operation } from '#functions/platform/http/operation.ts'
import { peppered } from '../tokens.ts'
import { find, strangersLanguage } from './find.ts'
import { formReply } from './form.ts'
import { noticeReply } from './notices.ts'

/** Shows what a link leads to and changes nothing: whoever scans a mail for danger opens links too. */
export const show: Operation = async (request) => {
  const found = await find(request)
  if (!found) return noticeReply('unknown', strangersLanguage(request))
  if (found.standing !== 'open') return noticeReply(found.standing, found.language, found.site)
  const pageId = await pageIdOf(found.invitation.id)
  return formReply(found, { submissionId: randomUUID(), pageId, values: {}, comment: '', mistakes: {} })
}

/** A short name of the page for the device's own store, from which neither link nor invitation can be told. */
export const pageIdOf = async (invitationId: string): Promise<string> =>
  (await peppered(`page ${invitationId}`)).slice(0, 10)
