import type { Request } from '#functions/platform/http/operation.ts'
import { getRecord } from '#functions/platform/store/read.ts'
import { recordAs } from '#shared/declaration/entity.ts'
import { Invitation } from '#shared/entities/invitation.ts'
import { Site } from '#shared/entities/site.ts'
import type { Survey } from '#shared/entities/survey.ts'
import { isSurveyLanguage, type SurveyLanguage } from '#shared/text/survey/index.ts'
import { standing, surveyOf } from '../answer.ts'
import { invitationOf } from '../tokens.ts'

/** A link that leads somewhere. */
export interface InvitationLink {
  readonly standing: 'open' | 'answered' | 'expired'
  readonly invitation: Invitation
  readonly survey: Survey
  readonly site: Partial<Site>
  /** The language asked for, or the patient's, or the survey's first. */
  readonly language: SurveyLanguage
}

/** What a link leads to; undefined for an unknown one and for a revoked one alike. */
export async function find(request: Request): Promise<InvitationLink | undefined> {
  const stored = await invitationOf((request.params.token ?? '').slice(0, 60))
  const invitation = stored && recordAs(Invitation, stored.record)
  const state = invitation ? standing(invitation, request.context.origin.at) : 'unknown'
  if (!invitation || state === 'unknown') return undefined
  const [survey, site] = await Promise.all([surveyOf(invitation), getRecord(invitation.siteId ?? '')])
  if (!survey || !site) return undefined
  const asked = [request.form?.get('lang'), request.query.lang, invitation.language, survey.languages[0]]
  const language = asked.find(
    (each): each is SurveyLanguage => isSurveyLanguage(each) && survey.languages.includes(each),
  )
  return { standing: state, invitation, survey, site: recordAs(Site, site.record), language: language ?? 'en' }
}

/** The language of somebody about whose link nothing may be said: the one asked for, or the browser's. */
export function strangersLanguage({ query, headers, form }: Request): SurveyLanguage {
  const accepted = (headers['accept-language'] ?? '').split(',').map((each) => each.trim().slice(0, 2).toLowerCase())
  return [form?.get('lang'), query.lang, ...accepted].find(isSurveyLanguage) ?? 'en'
}
