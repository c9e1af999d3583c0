import Box from '@mui/material/Box'
import type { RaRecord } from 'react-admin'
import { State } from '#admin/entity/State.tsx'
import { Reference } from '#admin/entity/Value.tsx'
import { Nothing } from '#admin/frame/Page.tsx'
import { formatInstant } from '#admin/language/format.ts'
import { useSites } from '#admin/language/Sites.tsx'
import { useWords } from '#admin/language/words.ts'
import type { Batch } from '#shared/entities/batch.ts'

/** Every try to deliver a batch: by whom, how, with what receipt. */
export function Deliveries({ record }: { record: RaRecord }) {
  const words = useWords()
  const zone = useSites().zoneOf(record.siteId)
  const attempts: NonNullable<Batch['attempts']> = record.attempts ?? []
  if (attempts.length === 0) return <Nothing>{words.t('batch.noDeliveries')}</Nothing>
  return (
    <Box component="ol" sx={{ listStyle: 'none', m: 0, p: 0, display: 'grid', gap: 1, fontSize: 14 }}>
      {attempts.map(({ at: now, by, channel, outcome, receiptNo }) => (
        <li key={now}>
          <State value={outcome} tone={outcome === 'delivered' ? 'done' : 'past'} /> {words.value(channel)}{' '}
          {receiptNo && <bdi>{receiptNo}</bdi>}
          <Box sx={{ color: 'text.secondary', fontSize: 13 }}>
            <Reference isInText resource="users" id={by} />{' '}
            <time dateTime={now}>{formatInstant(now, zone, words.locale)}</time>
          </Box>
        </li>
      ))}
    </Box>
  )
}
