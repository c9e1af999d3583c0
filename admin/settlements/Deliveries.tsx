import Stack from '@mui/material/Stack'
import Typography from '@mui/material/Typography'
import type { RaRecord } from 'react-admin'
import { ToneText } from '#admin/entity/State.tsx'
import { Reference } from '#admin/entity/Value.tsx'
import { EmptyState } from '#admin/frame/Page.tsx'
import { formatInstant } from '#admin/language/format.ts'
import { useSites } from '#admin/language/Sites.tsx'
import { useWords } from '#admin/language/words.ts'
import type { Batch } from '#shared/entities/batch.ts'

/** Every attempt to deliver a batch: the person, the channel, the receipt. */
export function Deliveries({ record }: { record: RaRecord }) {
  const words = useWords()
  const zone = useSites().zoneOf(record.siteId)
  const attempts: NonNullable<Batch['attempts']> = record.attempts ?? []
  if (attempts.length === 0) return <EmptyState>{words.t('batch.noDeliveries')}</EmptyState>
  return (
    <Stack component="ol" className="plain" spacing={1} sx={{ typography: 'body2' }}>
      {attempts.map(({ at, by, channel, outcome, receiptNo }) => (
        <li key={at}>
          <ToneText tone={outcome === 'delivered' ? 'done' : 'past'}>
            {words.value('batches', 'outcome', outcome)}
          </ToneText>{' '}
          {words.value('batches', 'channel', channel)} {receiptNo && <bdi>{receiptNo}</bdi>}
          <Typography variant="caption" component="div" color="textSecondary">
            <Reference isInText resource="users" id={by} />{' '}
            <time dateTime={at}>{formatInstant(at, zone, words.locale)}</time>
          </Typography>
        </li>
      ))}
    </Stack>
  )
}
