import { type Context, contextFor, product } from '#functions/platform/http/context.ts'
import { askIds } from '#functions/platform/projection/ask.ts'
import { planCreate, planned } from '#functions/platform/records/change.ts'
import { withConsequences } from '#functions/platform/records/consequences.ts'
import { isStale, retryOnConflict } from '#functions/platform/records/retryOnConflict.ts'
import { save } from '#functions/platform/records/save.ts'
import type { Change } from '#functions/platform/store/commit.ts'
import type { StoredRecord } from '#functions/platform/store/item.ts'
import type { Event } from '#functions/platform/store/outbox.ts'
import { getRecord } from '#functions/platform/store/read.ts'
import { conditionOf } from '#shared/api/condition.ts'
import { Case } from '#shared/entities/case.ts'
import { Invitation } from '#shared/entities/invitation.ts'
import { Response } from '#shared/entities/response.ts'
import type { Survey } from '#shared/entities/survey.ts'
import { refuse } from '#shared/refusals.ts'
import { type LowScore, lowScoresOf } from '#shared/rules/surveys/lowScores.ts'
import { scaleLabel, surveyTexts } from '#shared/text/survey.ts'
import { surveyOf } from './storeAnswer.ts'

/** How often the response is read when the event is handled twice at once, or a case is changed meanwhile. */
const attempts = 8

/**
 * Opens one case for an answer that asks for a call, or attaches it to the patient's open case. An anonymous answer
 * has no patient to call, and records that the product itself wrote (a demo, an import) are no news.
 */
export async function openCase({ id, eventId, actorId }: Event): Promise<void> {
  if (actorId === product.userId) return
  const open = async () => {
    const stored = await getRecord(Response, id, { consistent: true })
    const survey = stored && (await surveyOf(stored.record))
    if (!stored || !survey) return
    const { patientId, caseId, deletedAt, answers } = stored.record
    const scores = lowScoresOf(survey, answers)
    if (!patientId || caseId || deletedAt !== undefined || scores.length === 0) return
    const context = contextFor(product, 'event', new Date().toISOString(), eventId)
    await save(context, await changesFor(context, stored, patientId, survey, scores))
  }
  await retryOnConflict(open, { attempts, busy: refuse('STORE_BUSY'), isConflict: isStale })
}

async function changesFor(
  context: Context,
  stored: StoredRecord<Response>,
  patientId: string,
  survey: Survey,
  scores: readonly LowScore[],
): Promise<Change[]> {
  const { record: response } = stored
  const existing = await openCaseOf(patientId)
  const lowScores = scores.map(({ metricKey }) => metricKey)
  const reason = `Low score in “${survey.name}”: ${lowScores.join(', ')}`
  const caseChange = existing
    ? await planned(context, Case, existing, { responseId: response.id }, 'attach', reason)
    : await newCase(context, response, survey, scores)
  const caseId = existing?.record.id ?? caseChange?.after.id ?? ''
  // A new case is written in this very transaction, so it cannot be looked up yet.
  if (caseChange && !existing) context.references.set(caseId, Promise.resolve({ record: caseChange.after, hash: '' }))
  const responseChange = await planned(context, Response, stored, { caseId, lowScores }, 'attach', reason)
  return [...(await withConsequences(context, caseChange)), ...(responseChange ? [responseChange] : [])]
}

async function openCaseOf(patientId: string): Promise<StoredRecord<Case> | undefined> {
  const conditions = [conditionOf(Case, 'patientId', patientId), conditionOf(Case, 'isOpen', true)]
  for (const id of await askIds(Case, { conditions }, { actor: product })) {
    const stored = await getRecord(Case, id, { consistent: true })
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
  const encounterId = (await getRecord(Invitation, invitationId ?? ''))?.record.encounterId
  const body = {
    siteId,
    patientId,
    type: 'complaint',
    channel: 'survey',
    receivedAt: submittedAt,
    ...severityOf(scores),
    summary: summaryOf(response, survey, scores),
    ...(encounterId && { encounterId }),
  }
  const id = Case.prefix + response.id.slice(response.id.lastIndexOf('_'))
  return planCreate(context, Case, body, { id, facts: { responseId: response.id }, isOwnOperation: true })
}

// The survey says which answers are grave, and somebody of the hospital wrote the survey.
const severityOf = (scores: readonly LowScore[]) =>
  scores.some(({ severity }) => severity === 'major')
    ? { severity: 'major', majorReasons: ['supervisor-judgement'] }
    : { severity: 'routine' }

function summaryOf({ answers, comment, language }: Response, survey: Survey, scores: readonly LowScore[]): string {
  const lines = scores.map(({ metricKey }) => {
    const question = survey.questions.find((each) => each.metricKey === metricKey)
    const answer = question ? String(answers[question.qid] ?? '') : ''
    const own = question?.options?.find(({ code }) => code === answer)?.label
    const label = own?.en ?? own?.[language] ?? (question ? scaleLabel(surveyTexts.en, question.type, answer) : answer)
    return `${question?.text.en ?? question?.text[language] ?? metricKey}: ${label}`
  })
  const hours = Math.min(...scores.map((score) => score.hours))
  const request = `Low score in the survey “${survey.name}”. Call the patient within ${hours} hours.`
  return [request, ...lines, ...(comment ? [`Comment: ${comment}`] : [])].join('\n').slice(0, 4000)
}
