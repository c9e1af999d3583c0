import type { Reply } from '#functions/platform/http/operation.ts'
import type { Question } from '#shared/entities/survey.ts'
import { type AnswerMistake, textLimits } from '#shared/rules/surveys/answers.ts'
import { answerOptions } from '#shared/rules/surveys/scale.ts'
import { directionOf, languageNames } from '#shared/text/languages.ts'
import { scaleLabel, surveyTexts } from '#shared/text/survey.ts'
import { escaped } from '../mail.ts'
import type { InvitationLink } from './link.ts'
import { htmlReply } from './page.ts'

/** What the form is filled with. */
export interface FormEntries {
  readonly submissionId: string
  /** Name under which the device keeps a draft; says nothing of the link. */
  readonly pageId: string
  readonly values: Readonly<Record<string, readonly string[]>>
  readonly comment: string
  /** What is wrong, by question id; `comment` for the closing words. */
  readonly mistakes: Readonly<Record<string, AnswerMistake>>
}

/** The questionnaire as a page: 200, or 422 with the errors beside the questions and the answers kept. */
export function formReply(link: InvitationLink, entries: FormEntries): Reply {
  const { survey, site, language } = link
  const { page } = surveyTexts[language]
  const title = survey.title[language] ?? survey.name
  const hasErrors = Object.keys(entries.mistakes).length > 0
  const dataOf = (name: 'offline' | 'busy' | 'sending' | 'kept') => ` data-${name}="${escaped(page[name])}"`
  const main = [
    hasErrors ? summary(link, entries) : '',
    `<h1>${escaped(title)}</h1>`,
    survey.intro?.[language] ? `<p>${escaped(survey.intro[language])}</p>` : '',
    `<p class="soft">${escaped(page[survey.anonymity])}</p>`,
    `<form method="post" novalidate autocomplete="off" data-page="${entries.pageId}" data-fresh="${hasErrors ? 0 : 1}"${dataOf('offline')}${dataOf('busy')}${dataOf('sending')}${dataOf('kept')}>`,
    `<input type="hidden" name="submissionId" value="${escaped(entries.submissionId)}"><input type="hidden" name="lang" value="${language}">`,
    ...survey.questions.map((question, index) => questionOf(link, entries, question, index)),
    commentOf(link, entries),
    `<div id="status" role="status"></div><button>${escaped(page.send)}</button></form>`,
  ].join('')
  const status = hasErrors ? 422 : 200
  const pageTitle = hasErrors ? `${page.error}: ${title}` : title
  return htmlReply({ status, language, title: pageTitle, main, navigation: languages(link), site, survey })
}

function languages({ survey, language }: InvitationLink): string {
  if (survey.languages.length < 2) return ''
  const entries = survey.languages.map((each) =>
    each === language
      ? `<li><span lang="${each}" aria-current="true">${languageNames[each]}</span></li>`
      : `<li><a href="?lang=${each}" lang="${each}" hreflang="${each}" dir="${directionOf(each)}">${languageNames[each]}</a></li>`,
  )
  return `<nav aria-label="${escaped(surveyTexts[language].page.languages)}"><ul>${entries.join('')}</ul></nav>`
}

function summary({ survey, language }: InvitationLink, { mistakes }: FormEntries): string {
  const { page, mistakes: words } = surveyTexts[language]
  const questions = survey.questions.map(({ qid, text }, index) => ({
    qid,
    name: text[language] ?? qid,
    to: `q${index}o0`,
  }))
  const entries = [...questions, { qid: 'comment', name: page.comment, to: 'comment' }].flatMap(({ qid, name, to }) => {
    const mistake = mistakes[qid]
    return mistake ? [`<li><a href="#${to}">${escaped(name)} – ${escaped(words[mistake])}</a></li>`] : []
  })
  return `<div id="summary" role="alert" tabindex="-1" autofocus><h2>${escaped(page.errorTitle)}</h2><ul>${entries.join('')}</ul></div>`
}

function questionOf(
  { language, survey }: InvitationLink,
  entries: FormEntries,
  question: Question,
  index: number,
): string {
  const text = surveyTexts[language]
  const { qid, type } = question
  const chosen = entries.values[qid] ?? []
  const mistake = entries.mistakes[qid]
  const isRequired = question.required === true
  const optional = isRequired ? '' : ` <span class="soft">(${escaped(text.page.optional)})</span>`
  const label = escaped(question.text[language] ?? question.text[survey.languages[0] ?? 'en'] ?? qid) + optional
  const hint =
    type === 'choices'
      ? text.page.several
      : type === 'nps11'
        ? `0 = ${text.page.lowest} · 10 = ${text.page.highest}`
        : ''
  const ids = [...(hint ? [`h${index}`] : []), ...(mistake ? [`e${index}`] : [])].join(' ')
  const described = ids && ` aria-describedby="${ids}"`
  const invalid = mistake ? ' aria-invalid="true"' : ''
  const error = mistake
    ? `<p class="error" id="e${index}">${escaped(`${text.page.error}: ${text.mistakes[mistake]}`)}</p>`
    : ''
  const name = `q.${escaped(qid)}`
  const badClass = mistake ? ' bad' : ''
  if (type === 'text')
    return `<div class="ask${badClass}" id="f${index}"><label for="q${index}o0">${label}</label>${error}<textarea id="q${index}o0" dir="auto" name="${name}" maxlength="${textLimits.answer}"${described}${invalid}>${escaped(chosen[0] ?? '')}</textarea></div>`
  const kind = type === 'choices' ? 'checkbox' : 'radio'
  const options = answerOptions(question).map(({ code }, option) => {
    const own = question.options?.find((each) => each.code === code)?.label[language]
    const optionLabel = own ?? scaleLabel(text, type, code)
    const checked = chosen.includes(code) ? ' checked' : ''
    return `<label><input type="${kind}" id="q${index}o${option}" name="${name}" value="${escaped(code)}"${checked}${invalid}><span>${escaped(optionLabel)}</span></label>`
  })
  const hintLine = hint ? `<p class="soft" id="h${index}">${escaped(hint)}</p>` : ''
  const isTen = type === 'nps11' && !question.options?.length
  return `<fieldset id="f${index}"${badClass && ' class="bad"'}${described}><legend>${label}</legend>${hintLine}${error}<div class="options${isTen ? ' ten' : ''}">${options.join('')}</div></fieldset>`
}

function commentOf({ language }: InvitationLink, { comment, mistakes }: FormEntries): string {
  const { page, mistakes: words } = surveyTexts[language]
  const mistake = mistakes.comment
  const error = mistake ? `<p class="error" id="ec">${escaped(`${page.error}: ${words[mistake]}`)}</p>` : ''
  return `<div class="ask${mistake ? ' bad' : ''}"><label for="comment">${escaped(page.comment)} <span class="soft">(${escaped(page.optional)})</span></label><p class="soft" id="hc">${escaped(page.commentHint)}</p>${error}<textarea id="comment" dir="auto" name="comment" maxlength="${textLimits.comment}" aria-describedby="hc${mistake ? ' ec' : ''}"${mistake ? ' aria-invalid="true"' : ''}>${escaped(comment)}</textarea></div>`
}
