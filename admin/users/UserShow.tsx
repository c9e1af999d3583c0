import type { RaRecord } from 'react-admin'
import { EntityShow } from '#admin/entity/pages/EntityShow.tsx'

/** A person’s page; the forms of their own choices begin with what they chose last. */
export function UserShow() {
  return <EntityShow extras={extrasOf} />
}

const extrasOf = ({ noticeMail = 'all', noticeHours, awayFrom, awayTo, deputyId }: RaRecord) => ({
  'choose-mail': { defaults: { noticeMail, noticeHours } },
  'plan-absence': { defaults: { awayFrom, awayTo, deputyId } },
})
