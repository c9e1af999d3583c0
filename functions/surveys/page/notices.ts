import type { Reply } from '#functions/platform/http/operation.ts'
import type { Site } from '#shared/entities/site.ts'
import type { Survey } from '#shared/entities/survey.ts'
import type { SurveyText } from '#shared/text/en/survey.ts'
import type { Language } from '#shared/text/languages.ts'
import { surveyTexts } from '#shared/text/survey.ts'
import { escaped } from '../mail.ts'
import { htmlReply } from './page.ts'

type NoticeName = 'thanks' | 'answered' | 'expired' | 'unknown' | 'tooMany'

const statuses: Readonly<Record<NoticeName, number>> = {
  thanks: 200,
  answered: 409,
  expired: 410,
  unknown: 404,
  tooMany: 429,
}

const titles = {
  thanks: 'thanksTitle',
  answered: 'answeredTitle',
  expired: 'expiredTitle',
  unknown: 'unknownTitle',
  tooMany: 'tooManyTitle',
} as const satisfies Readonly<Record<NoticeName, keyof SurveyText['page']>>

/** A page that only says something: thanks, answered already, expired, to be opened later, or unknown, which a revoked link is too. */
export function noticeReply(notice: NoticeName, language: Language, site?: Partial<Site>, survey?: Survey): Reply {
  const { page } = surveyTexts[language]
  const title = page[titles[notice]]
  const words = (notice === 'thanks' && survey?.thanks?.[language]) || page[notice]
  const main = `<h1>${escaped(title)}</h1><p>${escaped(words)}</p>`
  return htmlReply({ status: statuses[notice], language, title, main, ...(site && { site }) })
}

/** The page for whoever has to wait some seconds, because too much came from the same place. */
export function tooManyReply(seconds: number, language: Language): Reply {
  const { headers, ...reply } = noticeReply('tooMany', language)
  return { ...reply, headers: { ...headers, 'retry-after': String(seconds) } }
}
