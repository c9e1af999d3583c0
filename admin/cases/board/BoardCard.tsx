import Card from '@mui/material/Card'
import Link from '@mui/material/Link'
import Stack from '@mui/material/Stack'
import Typography from '@mui/material/Typography'
import type { RaRecord } from 'react-admin'
import { Link as RouterLink } from 'react-router-dom'
import { State, ToneText } from '#admin/entity/State.tsx'
import { limitTone } from '#admin/entity/tone.ts'
import { Reference } from '#admin/entity/Value.tsx'
import { formatDistance } from '#admin/language/format.ts'
import { useWords } from '#admin/language/words.ts'
import type { Me } from '#admin/provider/contract.ts'
import { isOver } from '#shared/declaration/lifecycle.ts'
import { Case } from '#shared/entities/case.ts'
import { caseLife } from '#shared/entities/caseActions.ts'
import { NextStep } from './NextStep.tsx'

/** A case on the board: whose it is, what it is about, when its answer is due, and its next step. */
export function BoardCard({ row, me, next }: { row: RaRecord; me: Me; next: string }) {
  const words = useWords()
  const { number, patientName, type, severity, responseDueAt, pausedAt, ownerId } = row
  return (
    <Card component="li" sx={{ p: 1.25, minWidth: 0 }}>
      <Stack direction="row" spacing={1} sx={{ justifyContent: 'space-between', alignItems: 'baseline' }}>
        <Link component={RouterLink} to={`/cases/${row.id}/show`} variant="button">
          {number}
        </Link>
        {severity === 'major' && (
          <Typography variant="caption" component="span">
            <State entity={Case} record={row} name="severity" />
          </Typography>
        )}
      </Stack>
      <Typography variant="body2" noWrap>
        <bdi>{words.shown(patientName)}</bdi>
      </Typography>
      <Typography variant="caption" component="div" color="textSecondary">
        {words.value('cases', 'type', type)}
      </Typography>
      {(responseDueAt || pausedAt) && !isOver(caseLife, row) && (
        <Typography variant="caption" component="div">
          <ToneText tone={pausedAt ? 'near' : limitTone(responseDueAt, false)}>
            {pausedAt ? words.t('case.pausedShort') : formatDistance(responseDueAt, words.locale)}
          </ToneText>
        </Typography>
      )}
      {ownerId && (
        <Typography variant="caption" component="div" noWrap>
          <Reference resource="users" id={ownerId} />
        </Typography>
      )}
      <NextStep row={row} me={me} step={next} />
    </Card>
  )
}
