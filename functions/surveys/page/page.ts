import { createHash } from 'node:crypto'
import type { Reply } from '#functions/platform/http/operation.ts'
import type { Site } from '#shared/entities/site.ts'
import type { Survey } from '#shared/entities/survey.ts'
import { directionOf, type Language } from '#shared/text/languages.ts'
import { escaped, siteName } from '../mail.ts'
import { script } from './script.ts'
import { conditionsOf, styleOf } from './style.ts'

/** The parts of a page behind a survey link. */
export interface SurveyPage {
  readonly status: number
  readonly language: Language
  readonly title: string
  /** HTML, whose texts are escaped already. */
  readonly main: string
  /** HTML between the hospital's name and the page itself. */
  readonly navigation?: string
  /** Whose page it is; absent where it would give away that a link exists. */
  readonly site?: Partial<Site>
  /** The questionnaire, for what its questions hide and for its script. */
  readonly survey?: Survey
}

const digest = (text: string): string => `'sha256-${createHash('sha256').update(text).digest('base64')}'`

/** The page with its headers: it loads nothing, is not stored, indexed or framed, and sends no referrer. */
export function htmlReply({ status, language, title, main, navigation = '', site, survey }: SurveyPage): Reply {
  // Two elements, so that a page that replaces another by script has a style which that one's policy knows.
  const styles = [styleOf(site?.accent), survey ? conditionsOf(survey) : ''].filter((style) => style !== '')
  const policy = [
    "default-src 'none'",
    `style-src ${styles.map(digest).join(' ')}`,
    `script-src ${survey ? digest(script) : "'none'"}`,
    "connect-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join('; ')
  const header = site ? `<header><p>${escaped(siteName(site, language))}</p></header>` : ''
  return {
    status,
    headers: {
      'content-security-policy': policy,
      'referrer-policy': 'no-referrer',
      'cache-control': 'no-store',
      'x-robots-tag': 'noindex, nofollow',
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'DENY',
      'content-language': language,
    },
    text: `<!doctype html><html lang="${language}" dir="${directionOf(language)}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><meta name="robots" content="noindex"><title>${escaped(title)}</title>${styles.map((style) => `<style>${style}</style>`).join('')}</head><body>${header}${navigation}<main>${main}</main>${survey ? `<script>${script}</script>` : ''}</body></html>`,
  }
}
