import { useGetOne } from 'react-admin'
import { useSites } from '#admin/language/Sites.tsx'
import type { Letter } from '#shared/entities/letter.ts'
import type { SiteProfile } from '#shared/entities/siteProfile.ts'

/** What kind of letter it is. */
export type LetterKind = Letter['kind']

/** The profile of a site that is in force now, with its texts; undefined while it is read, or without one. */
export function useProfileInForce(siteId: string): SiteProfile | undefined {
  const { sites } = useSites()
  const now = new Date().toISOString()
  const versions = sites.find(({ id }) => id === siteId)?.profiles ?? []
  const profileId = versions.findLast(({ fromAt }) => fromAt <= now)?.profileId
  return useGetOne<SiteProfile>('site-profiles', { id: profileId ?? '' }, { enabled: !!profileId }).data
}

/** The kinds of letters that are written at a site: the one that the law asks for only where its profile says so. */
export const kindsAt = (profile: Partial<SiteProfile> | undefined): LetterKind[] => [
  ...(profile?.hasStatutoryLetter ? (['statutory-response'] as const) : []),
  'extension-notice',
  'written-statement',
]

/** The text that a letter begins with: the site's own for what the law asks for, in the letter's language; else none. */
export function draftOf(profile: Partial<SiteProfile> | undefined, kind: LetterKind, language: string): string {
  if (kind !== 'statutory-response') return ''
  const found = Object.entries(profile?.statutoryLetterText ?? {}).find(([code]) => code === language)
  return found?.[1] ?? ''
}
