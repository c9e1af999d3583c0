import type { RaRecord } from 'react-admin'
import { EntityShow } from '#admin/entity/pages/EntityShow.tsx'
import { isOver } from '#shared/declaration/lifecycle.ts'
import { followUpLife } from '#shared/entities/followUp.ts'

const extras = ({ patientId }: RaRecord) => ({
  'record-consent': { filters: { interactionId: { patientId, kind: 'call' } } },
})
// The patient stands among the details.
const hidden = ['patientName']
const isFixed = (record: RaRecord) => isOver(followUpLife, record)

/** A follow-up; consent is looked for among the calls with its patient, and one that is over is not edited. */
export function FollowUpShow() {
  return <EntityShow hidden={hidden} extras={extras} isFixed={isFixed} />
}
