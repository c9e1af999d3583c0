import { type Context, contextFor, product } from '#functions/platform/http/context.ts'
import { planCreate, planned } from '#functions/platform/records/change.ts'
import { isStale, save } from '#functions/platform/records/save.ts'
import type { Change } from '#functions/platform/store/commit.ts'
import type { StoredRecord } from '#functions/platform/store/item.ts'
import type { Event } from '#functions/platform/store/outbox.ts'
import { getRecord } from '#functions/platform/store/read.ts'
import { readSlice } from '#functions/platform/store/view.ts'
import { recordAs } from '#shared/declaration/entity.ts'
import { Case } from '#shared/entities/case.ts'
import { Invitation } from '#shared/entities/invitation.ts'
import { Response } from '#shared/entities/response.ts'
import type { Survey } from '#shared/entities/survey.ts'
import { type LowScore, lowScoresOf } from '#shared/rules/surveys/lowScores.ts'
import { scaleLabel, surveyTexts } from '#shared/text/survey/index.ts'
import { surveyOf } from './answer.ts'

/**
 * Opens one case for an answer that asks for somebody to call, or attaches it to the patient's open case. An anonymous
 * answer has no patient to call, and what the product itself wrote (a demo, an import) is no news.
 */
export async function openCase({ id, eventId, actorId }: Event): Promise<void> {
  if (actorId === product.userId) return
  for (let attempt = 0; attempt < 8; attempt++) {
    const stored = await getRecord(id, { consistent: true })
    if (!stored) return
    const response = recordAs(Response, stored.record)
    const survey = await surveyOf(response)
    if (!survey || !response.patientId || response.caseId || response.deletedAt !== undefined) return
    const scores = lowScoresOf(survey, response.answers)
    if (scores.length === 0) return
    const context = contextFor(product, 'event', new Date().toISOString(), eventId)
    try {
      await save(context, await changesFor(context, stored, response, survey, scores))
      return
    } catch (error) {
      // The same event told beside this one, or a case changed meanwhile: look again.
      if (!isStale(error)) throw error
    }
  }
  throw new Error('The response is changed too often')
}

async function changesFor(
  context: Context,
  stored: StoredRecord,
  response: Response,
  survey: Survey,
  scores: readonly LowScore[],
): Promise<Change[]> {
  const open = await openCaseOf(response.patientId ?? '')
  const reason = `Low score in “${survey.name}”: ${scores.map(({ metricKey }) => metricKey).join(', ')}`
  const ofCase = open
    ? await planned(context, Case, open, { responseId: response.id }, 'attach', reason)
    : await newCase(context, response, survey, scores)
  const caseId = open?.record.id ?? ofCase?.after.id ?? ''
  // The case comes into being in this very transaction, so it cannot be looked up yet.
  if (ofCase && !open) context.references.set(caseId, Promise.resolve({ record: ofCase.after, hash: '' }))
  const lowScores = scores.map(({ metricKey }) => metricKey)
  const ofResponse = await planned(context, Response, stored, { caseId, lowScores }, 'attach', reason)
  return [...(ofCase ? [ofCase] : []), ...(ofResponse ? [ofResponse] : [])]
}

async function openCaseOf(patientId: string): Promise<StoredRecord | undefined> {
  const view = Case.views.byPatient
  if (!view) throw new Error('Cases have no view by patient')
  const slice = { entity: Case, view, values: [patientId], isDescending: true }
  for await (const { row } of readSlice(slice, { pageSize: 50 })) {
    const stored = row.isOpen === true ? await getRecord(row.id, { consistent: true }) : undefined
    if (stored?.record.isOpen === true && stored.record.deletedAt === undefined) return stored
  }
  return undefined
}

async function newCase(
  context: Context,
  response: Response,
  survey: Survey,
  scores: readonly LowScore[],
): Promise<Change> {
  const { siteId, patientId, submittedAt, invitationId } = response
  const invitation = invitationId ? await getRecord(invitationId) : undefined
  const encounterId = invitation && recordAs(Invitation, invitation.record).encounterId
  const body = {
    siteId,
    patientId,
    type: 'complaint',
    channel: 'survey',
    receivedAt: submittedAt,
    severity: scores.some(({ severity }) => severity === 'major') ? 'major' : 'routine',
    summary: summaryOf(response, survey, scores),
    ...(encounterId && { encounterId }),
  }
  const id = Case.prefix + response.id.slice(response.id.lastIndexOf('_'))
  return planCreate(context, Case, body, { id, facts: { responseId: response.id }, isOwnOperation: true })
}

function summaryOf({ answers, comment, language }: Response, survey: Survey, scores: readonly LowScore[]): string {
  const lines = scores.map(({ metricKey }) => {
    const question = survey.questions.find((each) => each.metricKey === metricKey)
    const given = question ? String(answers[question.qid] ?? '') : ''
    const own = question?.options?.find(({ code }) => code === given)?.label
    const label = own?.en ?? own?.[language] ?? (question ? scaleLabel(surveyTexts.en, question.type, given) : given)
    return `${question?.text.en ?? question?.text[language] ?? metricKey}: ${label}`
  })
  const hours = Math.min(...scores.map((score) => score.hours))
  const asked = `Low score in the survey “${survey.name}”. Call the patient within ${hours} hours.`
  return [asked, ...lines, ...(comment ? [`Comment: ${comment}`] : [])].join('\n').slice(0, 4000)
}
