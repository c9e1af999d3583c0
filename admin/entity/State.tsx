import CheckCircleOutline from '@mui/icons-material/CheckCircleOutlined'
import ErrorOutline from '@mui/icons-material/ErrorOutlined'
import RadioButtonUnchecked from '@mui/icons-material/RadioButtonUnchecked'
import ScheduleOutlined from '@mui/icons-material/ScheduleOutlined'
import Stack from '@mui/material/Stack'
import type { ReactNode } from 'react'
import { useWords } from '#admin/language/words.ts'
import type { Entity, RecordValues } from '#shared/declaration/entity.ts'
import type { Tone } from '#shared/declaration/lifecycle.ts'
import { toneOf } from './tone.ts'

const look = {
  done: { color: 'success.main', icon: CheckCircleOutline },
  near: { color: 'warning.main', icon: ScheduleOutlined },
  past: { color: 'error.main', icon: ErrorOutline },
  plain: { color: 'text.secondary', icon: RadioButtonUnchecked },
} as const

interface StateProps {
  readonly entity: Entity
  readonly record: RecordValues
  /** The field that holds the state; that of the lifecycle when absent. */
  readonly name?: string
}

/** The state of a record in its tone, always with an icon and the word; nothing for a record without one. */
export function State({ entity, record, name = entity.lifecycle?.field ?? '' }: StateProps) {
  const words = useWords()
  const value = record[name]
  if (value === undefined || value === null || value === '') return null
  return <ToneText tone={toneOf(entity, name, record)}>{words.value(entity.resource, name, value)}</ToneText>
}

/** Words in the colour of a tone, with its icon. */
export function ToneText({ tone, children }: { tone: Tone; children: ReactNode }) {
  const { color, icon: Icon } = look[tone]
  return (
    <Stack
      component="span"
      direction="row"
      spacing={0.5}
      sx={{ display: 'inline-flex', alignItems: 'center', color, fontWeight: tone === 'plain' ? 400 : 600 }}
    >
      <Icon sx={{ fontSize: 16 }} aria-hidden />
      <span>{children}</span>
    </Stack>
  )
}
