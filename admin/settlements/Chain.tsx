import Box from '@mui/material/Box'
import type { RaRecord } from 'react-admin'
import { Toned } from '#admin/entity/State.tsx'
import { Reference } from '#admin/entity/Value.tsx'
import { formatInstant } from '#admin/language/format.ts'
import { useSites } from '#admin/language/Sites.tsx'
import { useWords } from '#admin/language/words.ts'

/** The steps of a file in order, with the facts that say who took each and when. */
const chain = [
  { stage: 'opened', by: 'openedBy', at: 'openedAt' },
  { stage: 'record-requested', by: undefined, at: 'recordRequestedAt' },
  { stage: 'record-received', by: 'recordReceivedBy', at: 'recordReceivedAt' },
  { stage: 'estimated', by: 'estimatedBy', at: 'estimatedAt' },
  { stage: 'verified', by: 'verifiedBy', at: 'verifiedAt' },
  { stage: 'approved', by: 'approvedBy', at: 'approvedAt' },
  { stage: 'batched', by: undefined, at: undefined },
  { stage: 'delivered', by: 'deliveredBy', at: 'deliveredAt' },
] as const

const places = chain.map(({ stage }) => stage as string)

/** Who did what on a file and when; what has not been done yet waits. */
export function Chain({ record }: { record: RaRecord }) {
  const words = useWords()
  const zone = useSites().zoneOf(record.siteId)
  const reached = places.indexOf(record.stage)
  return (
    <Box component="ol" sx={{ listStyle: 'none', m: 0, p: 0, display: 'grid', gap: 1.25, fontSize: 14 }}>
      {chain.map(({ stage, by, at }, place) => {
        const hand = by && record[by]
        const time = at && record[at]
        const isDone = Boolean(hand ?? time) || (reached >= place && reached >= 0)
        return (
          <Box key={stage} component="li">
            <Toned tone={isDone ? 'done' : 'plain'}>{words.value(stage)}</Toned>
            <Box sx={{ paddingInlineStart: 2.5, color: 'text.secondary', fontSize: 13, minHeight: 18 }}>
              {hand && <Reference isInText resource="users" id={hand} />}{' '}
              {time && <time dateTime={time}>{formatInstant(time, zone, words.locale)}</time>}
              {stage === 'batched' && record.batchId && <Reference isInText resource="batches" id={record.batchId} />}
              {!isDone && words.t('file.waiting')}
            </Box>
          </Box>
        )
      })}
    </Box>
  )
}
