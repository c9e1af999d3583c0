import { useSites } from '#admin/language/Sites.tsx'
import { useWords } from '#admin/language/words.ts'
import type { RecordValues } from '#shared/declaration/entity.ts'
import type { TextContext } from './valueText.ts'

/** What texts of a record depend on: its site's zone, its currency, the person's language. */
export function useTextContext(resource: string, record: RecordValues = {}): TextContext {
  const words = useWords()
  const sites = useSites()
  const siteId = resource === 'sites' ? record.id : record.siteId
  return {
    resource,
    words,
    locale: words.locale,
    zone: sites.zoneOf(siteId),
    currency: typeof record.currency === 'string' ? record.currency : sites.currencyOf(siteId),
  }
}
