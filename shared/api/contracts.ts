import { operationId, type Route } from '#shared/declaration/routes.ts'
import { bulkChange } from './bulk.ts'
import { idReply, type OperationContract } from './contract.ts'
import { followUpSummary } from './followUps.ts'
import { groupsContract } from './groups.ts'
import { cancelJob, readJob, undoJob } from './jobs.ts'
import { offerOptions } from './offers.ts'
import { erasePatient, exportPatient } from './patients.ts'
import { changeRows } from './rows.ts'
import { exportBatch, previewLines } from './settlements.ts'
import { answerByPhone, invitePatients, newSurveyVersion, surveyStatistics } from './surveys.ts'
import { health, history, me, openapi, signOut } from './system.ts'
import { exportList, importList } from './transfer.ts'
import { createUpload, openFile } from './uploads.ts'

/**
 * What every operation takes and answers that is more than one record, by operation id. An operation that
 * every entity has is listed by its name alone: `bulk`.
 */
export const contracts: Readonly<Record<string, OperationContract>> = {
  me,
  'sign-out': signOut,
  health,
  history,
  openapi,
  groups: groupsContract,
  rows: changeRows,
  bulk: bulkChange,
  delete: { reply: idReply },
  'import-list': importList,
  'export-list': exportList,
  'open-file': openFile,
  'uploads.create': createUpload,
  'follow-up-summary': followUpSummary,
  'survey-stats': surveyStatistics,
  'offer-options': offerOptions,
  preview: previewLines,
  'patients.erase': erasePatient,
  'patients.export': exportPatient,
  'surveys.invite': invitePatients,
  'surveys.new-version': newSurveyVersion,
  'invitations.answer-by-phone': answerByPhone,
  'batches.export': exportBatch,
  'jobs.read': readJob,
  'jobs.cancel': cancelJob,
  'jobs.undo': undoJob,
}

/** The contract of a route's operation; undefined where the answer is one record, a list of them, or a page. */
export const contractOf = (route: Route): OperationContract | undefined =>
  contracts[operationId(route)] ?? contracts[route.operation]
