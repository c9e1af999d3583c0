import { randomUUID } from 'node:crypto'
import type { Operation } from '#functions/platform/http/operation.ts'
import { problem } from '#shared/declaration/problem.ts'
import { type AnswerMistake, readAnswers, textLimits } from '#shared/rules/surveys/answers.ts'
import { isSameSubmission, storeAnswer } from '../storeAnswer.ts'
import { formReply } from './form.ts'
import { noteLink, secondsToWait } from './limits.ts'
import { browserLanguage, readLink } from './link.ts'
import { noticeReply, tooManyReply } from './notices.ts'
import { pageIdOf } from './show.ts'

/** Stores the answers of a form; a repetition of the same submission is thanked for and counted once. */
export const submit: Operation = async (request) => {
  const { form } = request
  if (!form) throw problem('NOT_FORM_TYPE')
  const seconds = secondsToWait(request)
  if (seconds > 0) return tooManyReply(seconds, browserLanguage(request))
  const link = await readLink(request)
  noteLink(request, link !== undefined)
  if (!link) return noticeReply('unknown', browserLanguage(request))
  const { state, invitation, survey, site, language } = link
  const sentId = form.get('submissionId') ?? ''
  const submissionId = /^[\w-]{1,60}$/.test(sentId) ? sentId : randomUUID()
  if (state === 'answered' && (await isSameSubmission(invitation.id, survey, submissionId)))
    return noticeReply('thanks', language, site, survey)
  if (state !== 'open') return noticeReply(state, language, site)
  const { values, comment, unknown } = fieldsOf(form)
  const { answers, mistakes } = readAnswers(survey.questions, values)
  const allMistakes = { ...mistakes, ...unknown, ...mistakeIn(comment), ...longestOf(values) }
  if (Object.keys(allMistakes).length > 0) {
    const pageId = await pageIdOf(invitation.id)
    return formReply(link, { submissionId, pageId, values, comment, mistakes: allMistakes })
  }
  const submission = { answers, comment, language, mode: 'web', submissionId } as const
  const outcome = await storeAnswer(request.context, invitation.id, survey, submission)
  if (outcome === 'unknown') return noticeReply('unknown', browserLanguage(request))
  return noticeReply(outcome === 'accepted' ? 'thanks' : outcome, language, site, survey)
}

/** Fields of the form by question; anything the form does not have is a mistake. */
function fieldsOf(form: URLSearchParams) {
  const values: Record<string, string[]> = Object.create(null)
  const unknown: Record<string, AnswerMistake> = Object.create(null)
  for (const [name, value] of form) {
    if (name.startsWith('q.')) values[name.slice(2)] = [...(values[name.slice(2)] ?? []), value]
    else if (name !== 'submissionId' && name !== 'lang' && name !== 'comment') unknown[name.slice(0, 40)] = 'unknown'
  }
  return { values, unknown, comment: (form.get('comment') ?? '').replace(/\r\n/g, '\n').trim() }
}

/** Characters of all answers together; in any script they leave room in the record. */
const allCharacters = 50_000

/** The longest answer as a mistake, when all of them together are more than a record holds. */
function longestOf(values: Readonly<Record<string, readonly string[]>>): Record<string, AnswerMistake> {
  const lengths = Object.entries(values).map(([qid, texts]) => [qid, texts.join('').length] as const)
  if (lengths.reduce((sum, [, length]) => sum + length, 0) <= allCharacters) return {}
  const [qid] = lengths.reduce((longest, each) => (each[1] > longest[1] ? each : longest), ['', -1])
  return { [qid]: 'tooLong' }
}

// What a database could not keep or a name must not hold is as wrong here as a text that is too long.
function mistakeIn(comment: string): Record<string, AnswerMistake> {
  if (comment.length > textLimits.comment || !comment.isWellFormed()) return { comment: 'tooLong' }
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is refused here
  return /[\u0000-\u0008\u000b\u000c\u000e-\u001f]/.test(comment) ? { comment: 'unknown' } : {}
}
