import { routes } from '#shared/declaration/routes.ts'
import { directionOf } from '#shared/text/languages.ts'
import { surveyTexts } from '#shared/text/survey.ts'
import { beginsWith, either, managed, rated } from './rules.ts'

/**
 * Requests of one network address in a minute: a whole hospital may share one, with the patients on its Wi-Fi. Everything
 * together, the survey page (three requests for an answer), and what programs may read without a token.
 */
export const siteLimits = { all: 6_000, surveyPage: 300, openAddresses: 120 } as const

/** Addresses that need no token, as far as they are the same for everybody. */
const openPaths = [
  ...new Set(routes.filter(({ auth }) => auth === 'public').map(({ path }) => path.replace(/\{.*$/, ''))),
]
const surveyPages = openPaths.filter((path) => !path.startsWith('/api/'))
const openAddresses = openPaths.filter((path) => path.startsWith('/api/'))

/**
 * Rules that would refuse valid requests: pasted ranges exceed 8 KiB and lists of ids 2 KiB, and a patient's text may look
 * like an attack. The functions limit and validate all of these themselves.
 */
const tooStrict = [
  'SizeRestrictions_BODY',
  'SizeRestrictions_QUERYSTRING',
  'CrossSiteScripting_BODY',
  'GenericLFI_BODY',
  'GenericRFI_BODY',
]

/** What the firewall at the edge refuses. */
export const siteRules = [
  rated('SurveyPageRate', siteLimits.surveyPage, {
    scope: either(surveyPages.map(beginsWith)),
    answer: { body: 'page' },
  }),
  rated('OpenAddressRate', siteLimits.openAddresses, {
    scope: either(openAddresses.map(beginsWith)),
    answer: { body: 'problem' },
  }),
  rated('Rate', siteLimits.all, { answer: { body: 'problem' } }),
  managed('AWSManagedRulesAmazonIpReputationList'),
  managed('AWSManagedRulesKnownBadInputsRuleSet'),
  managed('AWSManagedRulesCommonRuleSet', tooStrict),
]

const paragraphs = Object.entries(surveyTexts).map(
  ([language, { page }]) => `<p lang="${language}" dir="${directionOf(language)}">${page.tooMany}</p>`,
)

/** What a patient reads, in every language of surveys, since the firewall knows none. */
const page = `<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>${surveyTexts.en.page.tooManyTitle}</title>
<body style="font:1.1rem/1.6 sans-serif;max-width:34rem;margin:3rem auto;padding:0 1rem">
${paragraphs.join('\n')}`

const problem = JSON.stringify({
  ...{ type: 'about:blank', title: 'Too many requests', status: 429 },
  detail: 'Too many requests came from this network. Nothing was changed; try again in a minute.',
})

/** The bodies of refusals by name. */
export const siteAnswers = {
  page: { contentType: 'TEXT_HTML', content: page },
  problem: { contentType: 'APPLICATION_JSON', content: problem },
}
