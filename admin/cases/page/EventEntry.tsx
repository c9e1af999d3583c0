import Link from '@mui/material/Link'
import Stack from '@mui/material/Stack'
import Typography from '@mui/material/Typography'
import { Link as RouterLink } from 'react-router-dom'
import { State } from '#admin/entity/State.tsx'
import { useTextContext } from '#admin/entity/useTextContext.ts'
import { Money, Reference } from '#admin/entity/Value.tsx'
import { textOf } from '#admin/entity/valueText.ts'
import { InstantText } from '#admin/language/InstantText.tsx'
import { fieldOf } from '#shared/declaration/entity.ts'
import type { TimelineEvent } from './timelineEvents.ts'

/** One event of an offer, a promise, a call, a letter, a report or a message: what it was, by whom, and how it stands now. */
export function EventEntry({ event: { entity, record, action, at, by, note } }: { event: TimelineEvent }) {
  const context = useTextContext(entity.resource, record)
  const { words } = context
  const field = fieldOf(entity, entity.title)
  const title = field && textOf({ name: entity.title, field }, record[entity.title], context)
  return (
    <>
      <Stack direction="row" spacing={0.75} sx={{ flexWrap: 'wrap', alignItems: 'baseline', typography: 'body2' }}>
        <strong>
          {words.resource(entity.resource, 1)}: {words.action(entity.resource, action)}
        </strong>
        {by && <Reference resource="users" id={by} isInText />}
        <InstantText at={at} zone={context.zone} />
      </Stack>
      <Stack direction="row" spacing={1} sx={{ flexWrap: 'wrap', alignItems: 'baseline', typography: 'body2' }}>
        <Link component={RouterLink} to={`/${entity.resource}/${record.id}/show`} dir="auto" underline="always">
          {title || words.resource(entity.resource, 1)}
        </Link>
        {typeof record.amountMinor === 'number' && <Money minor={record.amountMinor} context={context} />}
        <State entity={entity} record={record} />
        {action === 'complete' && <State entity={entity} record={record} name="outcome" />}
      </Stack>
      {note && (
        <Typography variant="body2" color="textSecondary" dir="auto" sx={{ overflowWrap: 'anywhere' }}>
          {note}
        </Typography>
      )}
    </>
  )
}
