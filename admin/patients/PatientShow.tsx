import { EntityShow } from '#admin/entity/pages/EntityShow.tsx'
import { PatientRecords } from './PatientRecords.tsx'

/** A patient: the record, and what the patient has to do with the hospital. */
export function PatientShow() {
  return <EntityShow beside={PatientRecords} />
}
