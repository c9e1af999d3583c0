import { randomUUID } from 'node:crypto'
import type { Operation } from '#functions/platform/http/operation.ts'
import { keyedHash } from '../tokens.ts'
import { formReply } from './form.ts'
import { noteLink, secondsToWait } from './limits.ts'
import { browserLanguage, readLink } from './link.ts'
import { noticeReply, tooManyReply } from './notices.ts'

/** Shows what a link leads to and changes nothing, since scanners of mail open links too. */
export const show: Operation = async (request) => {
  const seconds = secondsToWait(request)
  if (seconds > 0) return tooManyReply(seconds, browserLanguage(request))
  const link = await readLink(request)
  noteLink(request, link !== undefined)
  if (!link) return noticeReply('unknown', browserLanguage(request))
  if (link.state !== 'open') return noticeReply(link.state, link.language, link.site)
  const pageId = await pageIdOf(link.invitation.id)
  return formReply(link, { submissionId: randomUUID(), pageId, values: {}, comment: '', mistakes: {} })
}

/** A short name of the page for the device's own store, which gives away neither link nor invitation. */
export const pageIdOf = async (invitationId: string): Promise<string> =>
  (await keyedHash(`page ${invitationId}`)).slice(0, 10)
