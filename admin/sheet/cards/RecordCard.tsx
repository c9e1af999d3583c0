import PhoneIcon from '@mui/icons-material/Phone'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Card from '@mui/material/Card'
import Checkbox from '@mui/material/Checkbox'
import Link from '@mui/material/Link'
import Stack from '@mui/material/Stack'
import Typography from '@mui/material/Typography'
import { type MouseEvent, memo } from 'react'
import { Link as RouterLink } from 'react-router-dom'
import type { DeclaredField } from '#admin/entity/declaredFields.ts'
import { State } from '#admin/entity/State.tsx'
import { useTextContext } from '#admin/entity/useTextContext.ts'
import { Value } from '#admin/entity/Value.tsx'
import { textOf } from '#admin/entity/valueText.ts'
import { useWords } from '#admin/language/words.ts'
import type { Entity } from '#shared/declaration/entity.ts'
import type { SheetRow } from '../rows.ts'
import { useLongPress } from './useLongPress.ts'

interface RecordCardProps {
  readonly entity: Entity
  readonly row: SheetRow
  /** The column whose text is the link to the record. */
  readonly title: DeclaredField | undefined
  readonly columns: readonly DeclaredField[]
  /** The column with the number to call. */
  readonly phone?: DeclaredField
  readonly isSelected: boolean
  /** Some cards are chosen, so that a tap chooses too. */
  readonly isChoosing: boolean
  readonly toggle: (id: string) => void
}

/**
 * A row of a list on a small screen. A tap anywhere on it opens the record, holding it chooses it, and while some are chosen
 * a tap chooses too; the box and the phone number do their own.
 */
export const RecordCard = memo(function RecordCard({
  entity,
  row,
  title,
  columns,
  phone,
  isSelected,
  isChoosing,
  toggle,
}: RecordCardProps) {
  const words = useWords()
  const context = useTextContext(entity.resource, row)
  const text = title && textOf(title, row[title.name], context)
  const heading = text || row.id.slice(-6)
  const filled = columns.filter(({ name }) => row[name] !== undefined && row[name] !== null && row[name] !== '')
  const number = phone ? String(row[phone.name] ?? '') : ''
  const press = useLongPress(() => toggle(row.id), '.MuiCheckbox-root, a[href^="tel:"]')
  const choose = (event: MouseEvent) => {
    if (event.target instanceof Element && event.target.closest('.MuiCheckbox-root')) return
    if (!isChoosing && !press.wasHeld()) return
    event.preventDefault()
    event.stopPropagation()
    if (!press.wasHeld()) toggle(row.id)
  }
  return (
    <Card
      component="li"
      sx={{ ...cardStyle, ...(isSelected && chosenStyle) }}
      {...press.handlers}
      onClickCapture={choose}
      // Where a finger is held, a browser would show its own menu for the link.
      onContextMenu={(event) => event.preventDefault()}
    >
      <Checkbox
        checked={isSelected}
        onChange={() => toggle(row.id)}
        slotProps={{ input: { 'aria-label': words.t('sheet.selectRow', { title: heading }) } }}
      />
      <Box sx={{ flex: 1, minWidth: 0 }}>
        <Stack
          direction="row"
          spacing={1}
          sx={{ justifyContent: 'space-between', alignItems: 'center', minHeight: 44 }}
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
        {number !== '' && (
          <Button
            component="a"
            href={`tel:${number}`}
            color="secondary"
            variant="outlined"
            startIcon={<PhoneIcon />}
            aria-label={words.t('cards.call', { name: heading, number })}
            sx={{ minHeight: 44, mt: 0.5 }}
          >
            <bdi dir="ltr">{number}</bdi>
          </Button>
        )}
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
  borderColor: 'divider',
  // Holding a card chooses it, and selects none of its words.
  userSelect: 'none',
  WebkitTouchCallout: 'none',
  touchAction: 'manipulation',
  // A browser lays out only the cards near the screen.
  contentVisibility: 'auto',
  containIntrinsicSize: 'auto 116px',
  '& .open': { overflowWrap: 'anywhere' },
  '& .open::after': { content: '""', position: 'absolute', inset: 0 },
  '& .MuiCheckbox-root': { width: 44, height: 44 },
  '& .MuiCheckbox-root, & a[href^="tel:"], & a[href^="mailto:"]': { position: 'relative', zIndex: 1 },
} as const

const chosenStyle = {
  borderColor: 'primary.main',
  bgcolor: 'color-mix(in srgb, var(--mui-palette-primary-main) 8%, var(--mui-palette-background-paper))',
} as const
