import Box from '@mui/material/Box'
import Stack from '@mui/material/Stack'
import Typography from '@mui/material/Typography'
import { isLimit } from '#admin/entity/tone.ts'
import { inSentence, useWords } from '#admin/language/words.ts'
import { fieldOf } from '#shared/declaration/entity.ts'
import type { Tone } from '#shared/declaration/lifecycle.ts'
import { signs } from '../columns.ts'
import { useListState } from '../useListState.ts'

const tones = ['near', 'past', 'done'] as const satisfies readonly Exclude<Tone, 'plain'>[]
const colours = { near: 'warning.main', past: 'error.main', done: 'success.main' } as const

/** What the colours of the rows mean. */
export function Legend() {
  const words = useWords()
  const { entity, preferences } = useListState()
  const { colour } = preferences
  if (!colour) return null
  const scale = isLimit(colour) && !fieldOf(entity, colour)?.tones ? 'limit' : 'state'
  const used = Object.values(fieldOf(entity, colour)?.tones ?? { near: 'near', past: 'past' })
  const label = words.t('look.legend', { name: inSentence(words.field(entity.resource, colour)) })
  return (
    <Stack direction="row" spacing={1.5} role="group" aria-label={label} title={label} sx={{ alignItems: 'center' }}>
      {tones
        .filter((tone) => used.includes(tone))
        .map((tone) => (
          <Typography key={tone} component="span" variant="caption" color="textSecondary" noWrap>
            <Box component="span" aria-hidden sx={{ color: colours[tone], fontWeight: 600, px: 0.5 }}>
              {signs[tone]}
            </Box>
            {words.t(`look.${scale}.${tone}`)}
          </Typography>
        ))}
    </Stack>
  )
}
