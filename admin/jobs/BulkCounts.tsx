import { useWords } from '#admin/language/words.ts'
import type { JobState } from '#admin/provider/contract.ts'
import { CountTiles } from './CountTiles.tsx'

/** How many records a bulk change, or its undo, changed, found as they should be, and left because they were refused. */
export function BulkCounts({ job: { result = {}, failed } }: { job: JobState }) {
  const { t } = useWords()
  const tiles = [
    { label: t('bulk.changed'), count: Number(result.changed) },
    { label: t('bulk.unchanged'), count: Number(result.unchanged) },
    { label: t('bulk.refused'), count: failed, isFault: true },
  ]
  return <CountTiles tiles={tiles} label={t('bulk.counts')} />
}
