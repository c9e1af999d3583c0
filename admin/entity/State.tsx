import CheckCircleOutline from '@mui/icons-material/CheckCircleOutlined'
import ErrorOutline from '@mui/icons-material/ErrorOutlined'
import RadioButtonUnchecked from '@mui/icons-material/RadioButtonUnchecked'
import ScheduleOutlined from '@mui/icons-material/ScheduleOutlined'
import Box from '@mui/material/Box'
import { useWords } from '#admin/language/words.ts'
import { type Tone, toneOf } from './tone.ts'

const look = {
  done: { color: 'success.main', icon: CheckCircleOutline },
  near: { color: 'warning.main', icon: ScheduleOutlined },
  past: { color: 'error.main', icon: ErrorOutline },
  plain: { color: 'text.secondary', icon: RadioButtonUnchecked },
} as const

/** A state in its colour, always with a sign and the word. */
export function State({ value, tone }: { value: unknown; tone?: Tone }) {
  const words = useWords()
  if (value === undefined || value === null || value === '') return null
  return <Toned tone={tone ?? toneOf(value)}>{words.value(value)}</Toned>
}

/** Words in a colour of meaning, with its sign. */
export function Toned({ tone, children }: { tone: Tone; children: React.ReactNode }) {
  const { color, icon: Icon } = look[tone]
  return (
    <Box
      component="span"
      sx={{ display: 'inline-flex', alignItems: 'center', gap: 0.5, color, fontWeight: tone === 'plain' ? 400 : 600 }}
    >
      <Icon sx={{ fontSize: 16 }} aria-hidden />
      <span>{children}</span>
    </Box>
  )
}
