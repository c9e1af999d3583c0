import { statisticsKey } from '#functions/platform/store/keys.ts'
import { putItem, type TransactionStep } from '#functions/platform/store/steps.ts'
import { transact } from '#functions/platform/store/transact.ts'
import type { Invitation } from '#shared/entities/invitation.ts'
import type { Response } from '#shared/entities/response.ts'
import type { Survey } from '#shared/entities/survey.ts'
import { cellsOf } from '#shared/rules/surveys/cells.ts'
import { canonical } from '#shared/values/canonical.ts'

/** The most days in one transaction: more could exceed the 4 MB that DynamoDB accepts at once. */
const daysAtOnce = 40

/** Invitations and the responses to them. */
export interface SurveyRecords {
  readonly invitations: readonly Invitation[]
  readonly responses: readonly Response[]
}

/**
 * Writes the statistics of every day, byte for byte as the tick computes them. The records are already in memory, while
 * the tick would read each day from the store.
 */
export async function computeStatistics(surveys: readonly Survey[], answers: SurveyRecords): Promise<number> {
  const invited = byDay(answers.invitations)
  const answered = byDay(answers.responses)
  const steps = [...new Set([...invited.keys(), ...answered.keys()])].flatMap((key): TransactionStep[] => {
    const [surveyId = '', day = ''] = key.split(' ')
    const survey = surveys.find(({ id }) => id === surveyId)
    if (!survey) return []
    const cells = canonical(cellsOf(survey.questions, answered.get(key) ?? [], invited.get(key) ?? []))
    return [putItem({ ...statisticsKey(surveyId, day), cells })]
  })
  for (let from = 0; from < steps.length; from += daysAtOnce) await transact(steps.slice(from, from + daysAtOnce))
  return steps.length
}

type SurveyDay = { readonly surveyId: string; readonly serviceOn?: string }

function byDay<T extends SurveyDay>(records: readonly T[]): Map<string, T[]> {
  const days = new Map<string, T[]>()
  for (const record of records) {
    const key = `${record.surveyId} ${record.serviceOn}`
    const day = days.get(key)
    if (day) day.push(record)
    else days.set(key, [record])
  }
  return days
}
