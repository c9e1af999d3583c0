import Stack from '@mui/material/Stack'
import Typography from '@mui/material/Typography'
import type { RaRecord } from 'react-admin'
import { ToneText } from '#admin/entity/State.tsx'
import { toneOf } from '#admin/entity/tone.ts'
import { Reference } from '#admin/entity/Value.tsx'
import { InstantText } from '#admin/language/InstantText.tsx'
import { useSites } from '#admin/language/Sites.tsx'
import { useWords } from '#admin/language/words.ts'
import { Case } from '#shared/entities/case.ts'
import type { Statement } from '#shared/entities/statement.ts'

/** A statement in the timeline: whose it is; its words stand beside the matter. */
export function StatementEntry({ statement, siteId }: { statement: Statement; siteId: string }) {
  const { t, shown } = useWords()
  const { takenAt, speakerName, side } = statement
  const zone = useSites().zoneOf(siteId)
  return (
    <>
      <Typography variant="body2" component="span" dir="auto" sx={{ fontWeight: 'bold' }}>
        {t('case.statementBy', { name: shown(speakerName) })}
      </Typography>{' '}
      <InstantText at={takenAt} zone={zone} />
      <Typography variant="caption" component="div" color="textSecondary">
        {t(`case.${side}Side`)}
      </Typography>
    </>
  )
}

/** A call, a meeting, a visit or a message in the timeline, with what was said and what came of it. */
export function InteractionEntry({ interaction, siteId }: { interaction: RaRecord; siteId: string }) {
  const words = useWords()
  const zone = useSites().zoneOf(siteId)
  const { kind, place, at, loggedBy, details, resolution, conduct } = interaction
  return (
    <>
      <Stack direction="row" spacing={0.75} sx={{ flexWrap: 'wrap', alignItems: 'baseline', typography: 'body2' }}>
        <strong>{words.value('interactions', 'kind', kind)}</strong>
        {place && <span>{words.value('interactions', 'place', place)}</span>}
        {loggedBy && <Reference resource="users" id={loggedBy} isInText />}
        <InstantText at={at} zone={zone} />
      </Stack>
      {conduct?.flag && (
        <ToneText tone={toneOf(Case, 'conduct', { conduct: conduct.flag })}>
          {words.value('interactions', 'flag', conduct.flag)}
        </ToneText>
      )}
      {[details, resolution].filter(Boolean).map((text) => (
        <Typography
          key={text}
          variant="body2"
          dir="auto"
          sx={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere', mt: 0.25 }}
        >
          {words.shown(text)}
        </Typography>
      ))}
    </>
  )
}
