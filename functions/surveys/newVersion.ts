import { idOf, operation } from '#functions/platform/http/operation.ts'
import { planCreate } from '#functions/platform/records/change.ts'
import { load, recordReply } from '#functions/platform/records/load.ts'
import { save } from '#functions/platform/records/save.ts'
import { newSurveyVersion } from '#shared/api/surveys.ts'
import { Survey } from '#shared/entities/survey.ts'

/** Creates a draft copy of a questionnaire, to be changed and published in its place. */
export const newVersion = operation(newSurveyVersion, async (request) => {
  const { record } = await load(request.context, Survey, idOf(request), { consistent: true })
  const fields = Object.fromEntries(Object.entries(record).filter(([name]) => Object.hasOwn(Survey.fields, name)))
  const facts = { versionNo: (record.versionNo ?? 1) + 1, fromId: record.id }
  const change = await planCreate(request.context, Survey, fields, { facts, isOwnOperation: true })
  const [stored] = await save(request.context, [change])
  if (!stored) throw new Error('Nothing was written')
  return recordReply(request, Survey, stored)
})
