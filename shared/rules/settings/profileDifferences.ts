import type { RecordValues } from '#shared/declaration/entity.ts'
import { SiteProfile } from '#shared/entities/siteProfile.ts'
import { standardFigures } from '#shared/rules/cases/clockProfile.ts'
import { isSame } from '#shared/values/canonical.ts'

/** A setting that a draft changes. */
export interface ProfileDifference {
  readonly name: string
  readonly before: unknown
  readonly after: unknown
}

// Where it is and what it is called is no setting.
const settings = Object.keys(SiteProfile.fields).filter((name) => name !== 'siteId' && name !== 'name')

/** What changes when a draft comes into force after a version, or after the standard where there is none. */
export const profileDifferences = (draft: RecordValues, inForce: RecordValues = standardFigures): ProfileDifference[] =>
  settings.flatMap((name) => {
    const [before, after] = [inForce[name], draft[name]].map((value) => value ?? undefined)
    return isSame(before, after) ? [] : [{ name, before, after }]
  })
