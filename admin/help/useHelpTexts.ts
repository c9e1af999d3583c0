import { useQuery } from '@tanstack/react-query'
import { useLocale } from 'react-admin'
import { loadHelp } from '#shared/text/help/index.ts'
import type { HelpTexts } from '#shared/text/help/texts.ts'
import { spokenLanguage } from '#shared/text/languages.ts'

/** What the help says in the person's language; undefined while it is loaded. */
export function useHelpTexts(): HelpTexts | undefined {
  const locale = useLocale()
  return useQuery({
    queryKey: ['help texts', locale],
    queryFn: () => loadHelp(spokenLanguage(locale)),
    staleTime: Number.POSITIVE_INFINITY,
  }).data
}
