import type { RaRecord } from 'react-admin'
import { EntityShow } from '#admin/entity/pages/EntityShow.tsx'
import { PatientRecords } from './PatientRecords.tsx'

const extrasFor = ({ siteId, memberNumber }: RaRecord) => ({
  merge: { filters: { intoId: { siteId, memberNumber_neq: memberNumber } } },
})

/** A patient: the record, and what the patient has to do with the hospital. */
export function PatientShow() {
  return <EntityShow beside={PatientRecords} extras={extrasFor} />
}
