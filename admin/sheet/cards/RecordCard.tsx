import Box from '@mui/material/Box'
import Card from '@mui/material/Card'
import Checkbox from '@mui/material/Checkbox'
import Link from '@mui/material/Link'
import Stack from '@mui/material/Stack'
import Typography from '@mui/material/Typography'
import { memo } from 'react'
import { Link as RouterLink } from 'react-router-dom'
import type { DeclaredField } from '#admin/entity/declaredFields.ts'
import { State } from '#admin/entity/State.tsx'
import { useTextContext } from '#admin/entity/useTextContext.ts'
import { Value } from '#admin/entity/Value.tsx'
import { textOf } from '#admin/entity/valueText.ts'
import { useWords } from '#admin/language/words.ts'
import type { Entity } from '#shared/declaration/entity.ts'
import type { SheetRow } from '../rows.ts'

interface RecordCardProps {
  readonly entity: Entity
  readonly row: SheetRow
  /** The column whose text is the link to the record. */
  readonly title: DeclaredField | undefined
  readonly columns: readonly DeclaredField[]
  readonly isSelected: boolean
  readonly toggle: (id: string) => void
}

/** A row of a list on a small screen. A tap anywhere on it opens the record; the box and a phone number do their own. */
export const RecordCard = memo(function RecordCard({
  entity,
  row,
  title,
  columns,
  isSelected,
  toggle,
}: RecordCardProps) {
  const words = useWords()
  const context = useTextContext(entity.resource, row)
  const text = title && textOf(title, row[title.name], context)
  const heading = text || row.id.slice(-6)
  const filled = columns.filter(({ name }) => row[name] !== undefined && row[name] !== null && row[name] !== '')
  return (
    <Card component="li" sx={{ ...cardStyle, borderColor: isSelected ? 'primary.main' : 'divider' }}>
      <Checkbox
        checked={isSelected}
        onChange={() => toggle(row.id)}
        slotProps={{ input: { 'aria-label': words.t('sheet.selectRow', { title: heading }) } }}
      />
      <Box sx={{ flex: 1, minWidth: 0 }}>
        <Stack
          direction="row"
          spacing={1}
          sx={{ justifyContent: 'space-between', alignItems: 'center', minHeight: 42 }}
        >
          <Link
            component={RouterLink}
            to={`/${entity.resource}/${encodeURIComponent(row.id)}/show`}
            variant="h3"
            dir="auto"
            className="open"
          >
            {heading}
          </Link>
          <Typography component="span" variant="body2" sx={{ flexShrink: 0 }}>
            <State entity={entity} record={row} />
          </Typography>
        </Stack>
        {filled.map(({ name, field }) => (
          <Stack key={name} direction="row" spacing={1}>
            <Typography variant="body2" color="textSecondary" sx={{ flexShrink: 0 }}>
              {words.field(entity.resource, name)}
            </Typography>
            <Typography component="div" variant="body2" noWrap sx={{ flex: 1, textAlign: 'end' }}>
              <Value entity={entity} record={row} name={name} field={field} />
            </Typography>
          </Stack>
        ))}
      </Box>
    </Card>
  )
})

const cardStyle = {
  position: 'relative',
  display: 'flex',
  alignItems: 'start',
  pb: 1,
  paddingInlineEnd: 1.5,
  // A browser lays out only the cards near the screen.
  contentVisibility: 'auto',
  containIntrinsicSize: 'auto 116px',
  '& .open': { overflowWrap: 'anywhere' },
  '& .open::after': { content: '""', position: 'absolute', inset: 0 },
  '& .MuiCheckbox-root, & a[href^="tel:"], & a[href^="mailto:"]': { position: 'relative', zIndex: 1 },
} as const
