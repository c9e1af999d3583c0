import type { RaRecord } from 'react-admin'
import { EntityCreate } from '#admin/entity/pages/EntityCreate.tsx'
import { EntityShow } from '#admin/entity/pages/EntityShow.tsx'
import { standardFigures } from '#shared/rules/cases/clockProfile.ts'
import { ProfilePreview } from './ProfilePreview.tsx'

const isFixed = ({ status }: RaRecord): boolean => status !== 'draft'

/** A version of a site's profile; a draft shows what it would change. */
export function ProfileShow() {
  return <EntityShow beside={ProfilePreview} isFixed={isFixed} />
}

/** The form of a new draft, which begins with the standard. */
export function ProfileCreate() {
  return <EntityCreate defaults={standardFigures} />
}

const ofVersions = ['profiles', 'hasOlderProfiles']

/** A site; the versions of its profile have a page of their own. */
export function SiteShow() {
  return <EntityShow hidden={ofVersions} />
}
