import type { RaRecord } from 'react-admin'
import { EntityShow } from '#admin/entity/pages/EntityShow.tsx'

/** Once it was submitted, a report is changed only when it was returned. */
const isFixed = ({ status }: RaRecord): boolean => status === 'submitted' || status === 'accepted'

/** A special report: its parts, and how far it got. */
export function ReportShow() {
  return <EntityShow isFixed={isFixed} />
}
