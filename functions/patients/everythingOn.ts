import { historyKey } from '#functions/platform/store/keys.ts'
import { type OpenEntry, openItems } from '#functions/platform/store/persons/openHistory.ts'
import { getRecords, wholePartition } from '#functions/platform/store/read.ts'
import type { AnyRecord, RecordValues } from '#shared/declaration/entity.ts'
import { Patient } from '#shared/entities/patient.ts'
import { Upload } from '#shared/entities/upload.ts'
import { patientIdsOf } from './erasure/openMatters.ts'
import { patientEntities, recordsOfPatients, uploadsOf } from './erasure/patientRecords.ts'

/** Everything that is held on one patient: records by resource, and what was done with each. */
export interface PatientData {
  /** UTC. */
  readonly exportedAt: string
  readonly records: Readonly<Record<string, readonly AnyRecord[]>>
  readonly history: readonly RecordValues[]
}

/** Reads everything that is held on a patient and those merged into it, deleted records and the names of kept files too. */
export async function everythingOn(patient: Patient, exportedAt: string): Promise<PatientData> {
  const ids = patientIdsOf(patient)
  const patients = await getRecords(Patient, ids, { consistent: true })
  const records: Record<string, readonly AnyRecord[]> = { patients: patients.map(({ record }) => record) }
  const uploadIds: string[] = []
  for (const entity of patientEntities) {
    const found = await recordsOfPatients(entity, ids)
    records[entity.resource] = found.records
    if (entity.files !== undefined) for (const { id } of found.records) uploadIds.push(...(await uploadsOf(id)))
  }
  records[Upload.resource] = (await getRecords(Upload, uploadIds, { consistent: true })).map(({ record }) => record)
  const history: RecordValues[] = []
  for (const { id } of Object.values(records).flat()) history.push(...(await historyOf(id)).map(withoutHashes))
  return { exportedAt, records, history }
}

async function historyOf(id: string): Promise<OpenEntry[]> {
  const items: RecordValues[] = []
  for await (const item of wholePartition(historyKey(id, 0).pk)) items.push(item)
  return openItems(items)
}

const withoutHashes = ({ hash: _hash, previousHash: _previousHash, ...entry }: OpenEntry): RecordValues => entry
