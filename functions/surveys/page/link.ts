import type { Request } from '#functions/platform/http/operation.ts'
import { getRecord } from '#functions/platform/store/read.ts'
import type { Invitation } from '#shared/entities/invitation.ts'
import { Site } from '#shared/entities/site.ts'
import type { Survey } from '#shared/entities/survey.ts'
import { isLanguage, type Language } from '#shared/text/languages.ts'
import { type LinkState, linkState, surveyOf } from '../storeAnswer.ts'
import { invitationOf } from '../tokens.ts'

/** A link that leads to an invitation. */
export interface InvitationLink {
  readonly state: Exclude<LinkState, 'unknown'>
  readonly invitation: Invitation
  readonly survey: Survey
  readonly site: Partial<Site>
  /** The language of the request, or the patient's, or the survey's first. */
  readonly language: Language
}

/** What the link of a request leads to; undefined for an unknown one and for a revoked one alike. */
export async function readLink({ params, form, query, context }: Request): Promise<InvitationLink | undefined> {
  const invitation = (await invitationOf((params.token ?? '').slice(0, 60)))?.record
  const state = invitation ? linkState(invitation, context.origin.at) : 'unknown'
  if (!invitation || state === 'unknown') return undefined
  const [survey, site] = await Promise.all([surveyOf(invitation), getRecord(Site, invitation.siteId ?? '')])
  if (!survey || !site) return undefined
  const candidates = [form?.get('lang'), query.lang, invitation.language, survey.languages[0]]
  const language = candidates.find((each): each is Language => isLanguage(each) && survey.languages.includes(each))
  return { state, invitation, survey, site: site.record, language: language ?? 'en' }
}

/** The language for a link of which nothing may be said: that of the request, or the browser's. */
export function browserLanguage({ query, headers, form }: Request): Language {
  const accepted = (headers['accept-language'] ?? '').split(',').map((each) => each.trim().slice(0, 2).toLowerCase())
  return [form?.get('lang'), query.lang, ...accepted].find(isLanguage) ?? 'en'
}
