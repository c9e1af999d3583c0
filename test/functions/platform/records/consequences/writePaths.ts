import { Site } from '#shared/entities/site.ts'
import { SiteProfile } from '#shared/entities/siteProfile.ts'
import { siteDay } from '#shared/rules/settings/profileVersions.ts'
import { as } from '#test/support/call.ts'
import { seed } from '#test/support/people.ts'

/** A write that reaches further than one record: its records, what is done to them, and how they stand afterwards. */
export interface WritePath {
  readonly name: string
  readonly prepare: () => Promise<readonly string[]>
  readonly act: (ids: readonly string[]) => Promise<unknown>
  /** Values of the records that say how it ended, beside their versions. */
  readonly shown: readonly string[]
}

const act = (id: string, step: string, body = {}) => as('admin')(`POST /api/site-profiles/${id}/actions/${step}`, body)
let sites = 0
const nextWeek = siteDay({ timeZone: 'Asia/Riyadh' }, new Date(Date.now() + 7 * 86_400_000).toISOString())
/** A site with a version of its profile in force, and a draft. */
const twoProfiles = async () => {
  const { id: siteId } = await seed(Site, { ...Site.example, name: `Site ${++sites}`, code: `W${sites}` })
  const [first, second] = await Promise.all(
    ['First', 'Second'].map((name) => as('admin')('POST /api/site-profiles', { ...SiteProfile.example, siteId, name })),
  )
  await act(first?.body.id, 'publish')
  return [siteId, first?.body.id, second?.body.id]
}

/** What is done to the versions of a site's profile. */
export const profilePaths: readonly WritePath[] = [
  {
    name: 'a version of a site’s profile published, after which the one before ends',
    prepare: twoProfiles,
    act: ([, , second = '']) => act(second, 'publish', { validFrom: nextWeek }),
    shown: ['status', 'validFrom', 'validTo'],
  },
  {
    name: 'a version of a site’s profile withdrawn before its day',
    prepare: async () => {
      const ids = await twoProfiles()
      await act(ids[2] ?? '', 'publish', { validFrom: nextWeek })
      return ids
    },
    act: ([, , second = '']) => act(second, 'withdraw'),
    shown: ['status', 'validFrom', 'validTo'],
  },
]
