import Box from '@mui/material/Box'
import Link from '@mui/material/Link'
import Stack from '@mui/material/Stack'
import type { ReactNode } from 'react'
import type { RaRecord } from 'react-admin'
import { Link as RouterLink } from 'react-router-dom'
import type { Entity } from '#shared/declaration/entity.ts'
import { Actions } from './Actions.tsx'

interface RecordLineProps {
  readonly entity: Entity
  readonly record: RaRecord
  readonly title: ReactNode
  /** Nothing waits for anybody here. */
  readonly isQuiet?: boolean
  /** Its state, and what else is to be known at one glance. */
  readonly facts: ReactNode
  /** The steps that stand below it; the others are on its own page. */
  readonly steps: readonly string[]
  readonly children?: ReactNode
}

/** A record among those of another one: its title leads to its page, and below it stand facts and what can be done. */
export function RecordLine({ entity, record, title, isQuiet, facts, steps, children }: RecordLineProps) {
  const hidden = Object.keys(entity.actions).filter((name) => !steps.includes(name))
  return (
    <Box component="li" sx={{ borderTop: 1, borderColor: 'divider', py: 1 }}>
      <Link
        component={RouterLink}
        to={`/${entity.resource}/${record.id}/show`}
        variant="body2"
        color="textPrimary"
        underline="hover"
        sx={{ fontWeight: isQuiet ? 400 : 600, overflowWrap: 'anywhere' }}
      >
        {title}
      </Link>
      <Stack
        direction="row"
        spacing={1.5}
        useFlexGap
        sx={{ flexWrap: 'wrap', alignItems: 'center', typography: 'caption', color: 'text.secondary', my: 0.5 }}
      >
        {facts}
      </Stack>
      {children}
      {steps.length > 0 && (
        <Stack direction="row" spacing={1} useFlexGap sx={{ flexWrap: 'wrap' }}>
          <Actions entity={entity} record={record} hidden={hidden} />
        </Stack>
      )}
    </Box>
  )
}
