import Stack from '@mui/material/Stack'
import Typography from '@mui/material/Typography'
import type { RaRecord } from 'react-admin'
import { ToneText } from '#admin/entity/State.tsx'
import { Reference } from '#admin/entity/Value.tsx'
import { formatInstant } from '#admin/language/format.ts'
import { useSites } from '#admin/language/Sites.tsx'
import { useWords } from '#admin/language/words.ts'

/** The stages of a file in order, with the facts that name the person and the time of each. */
const chain = [
  { stage: 'opened', personField: 'openedBy', timeField: 'openedAt' },
  { stage: 'record-requested', personField: undefined, timeField: 'recordRequestedAt' },
  { stage: 'record-received', personField: 'recordReceivedBy', timeField: 'recordReceivedAt' },
  { stage: 'estimated', personField: 'estimatedBy', timeField: 'estimatedAt' },
  { stage: 'verified', personField: 'verifiedBy', timeField: 'verifiedAt' },
  { stage: 'approved', personField: 'approvedBy', timeField: 'approvedAt' },
  { stage: 'batched', personField: undefined, timeField: undefined },
  { stage: 'delivered', personField: 'deliveredBy', timeField: 'deliveredAt' },
] as const

const stages = chain.map(({ stage }) => stage as string)

/** Who took which step of a file and when; later steps are shown as waiting. */
export function Chain({ record }: { record: RaRecord }) {
  const words = useWords()
  const zone = useSites().zoneOf(record.siteId)
  const reached = stages.indexOf(record.stage)
  return (
    <Stack component="ol" className="plain" spacing={1.25} sx={{ typography: 'body2' }}>
      {chain.map(({ stage, personField, timeField }, index) => {
        const person = personField && record[personField]
        const time = timeField && record[timeField]
        // A file keeps the batch in which it went out, whatever became of it later.
        const isInBatch = stage === 'batched' && Boolean(record.batchId)
        const isDone = Boolean(person ?? time) || reached >= index || isInBatch
        return (
          <li key={stage}>
            <ToneText tone={isDone ? 'done' : 'plain'}>{words.value('settlement-files', 'stage', stage)}</ToneText>
            <Typography
              variant="caption"
              component="div"
              color="textSecondary"
              sx={{ paddingInlineStart: 2.5, minHeight: 18 }}
            >
              {person && <Reference isInText resource="users" id={person} />}{' '}
              {time && <time dateTime={time}>{formatInstant(time, zone, words.locale)}</time>}
              {isInBatch && <Reference isInText resource="batches" id={record.batchId} />}
              {!isDone && words.t('file.waiting')}
            </Typography>
          </li>
        )
      })}
    </Stack>
  )
}
