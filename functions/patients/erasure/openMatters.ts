import { getRecords } from '#functions/platform/store/read.ts'
import type { AnyRecord } from '#shared/declaration/entity.ts'
import { isOver, type Lifecycle } from '#shared/declaration/lifecycle.ts'
import { Case } from '#shared/entities/case.ts'
import { Patient } from '#shared/entities/patient.ts'
import { SettlementFile } from '#shared/entities/settlementFile.ts'
import type { RelatedRecords } from '#shared/rules/decision.ts'
import { recordsOfPatients } from './patientRecords.ts'

/** The records of one patient: the one that stays, and those merged into it. */
export const patientIdsOf = ({ id, mergedIds = [] }: Patient): string[] => [id, ...mergedIds]

/**
 * What stands against the erasure of a patient: the records merged into it, its open cases, and its settlement files on the
 * way to a payer. Lists of this moment find them, and each is read as it is in the table; one that was made within the last
 * seconds may be missed, and is ended and erased with the others.
 */
export async function mattersAgainst(patient: Patient): Promise<RelatedRecords> {
  const ids = patientIdsOf(patient)
  const [merged, cases, files] = await Promise.all([
    getRecords(Patient, ids.slice(1), { consistent: true }),
    recordsOfPatients(Case, ids),
    recordsOfPatients(SettlementFile, ids),
  ])
  const isThere = ({ deletedAt }: AnyRecord) => deletedAt === undefined
  return {
    merged: merged.map(({ record }) => record),
    openCases: cases.records.filter((record) => isThere(record) && record.isOpen === true),
    liveFiles: files.records.filter((record) => isThere(record) && !isOver(stages, record)),
  }
}

const stages = SettlementFile.lifecycle as Lifecycle
