import type { RaRecord } from 'react-admin'
import { formatInstant } from '#admin/language/format.ts'
import { useSites } from '#admin/language/Sites.tsx'
import { useWords } from '#admin/language/words.ts'
import { fieldOf } from '#shared/declaration/entity.ts'
import { entityOf } from '#shared/entities/index.ts'
import { isTitledByChoice, recordTitle } from './recordTitle.ts'

/** How a record is named among those to choose from: by its title, and by its time where many bear the same title. */
export function useOptionText(reference: string): string | ((record: RaRecord) => string) {
  const words = useWords()
  const sites = useSites()
  const entity = entityOf(reference)
  if (!isTitledByChoice(entity)) return entity.title
  const [time] = entity.order.flatMap(([name]) => (fieldOf(entity, name)?.kind === 'instant' ? [name] : []))
  return (record) => {
    const title = recordTitle(entity, record, words)
    const at = time && record[time]
    return at ? `${title} · ${formatInstant(at, sites.zoneOf(record.siteId), words.locale)}` : title
  }
}
