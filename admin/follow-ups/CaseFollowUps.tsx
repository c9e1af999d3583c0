import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Skeleton from '@mui/material/Skeleton'
import Stack from '@mui/material/Stack'
import Typography from '@mui/material/Typography'
import { type RaRecord, usePermissions } from 'react-admin'
import { Link } from 'react-router-dom'
import { useCaseRecords } from '#admin/cases/page/useCaseRecords.ts'
import { State } from '#admin/entity/State.tsx'
import { Reference } from '#admin/entity/Value.tsx'
import { ReadError } from '#admin/frame/ErrorBoundary.tsx'
import { EmptyState, Section } from '#admin/frame/Page.tsx'
import { formatInstant } from '#admin/language/format.ts'
import { useSites } from '#admin/language/Sites.tsx'
import { useWords } from '#admin/language/words.ts'
import { holds } from '#admin/provider/auth.ts'
import type { Me } from '#admin/provider/contract.ts'
import { isOver } from '#shared/declaration/lifecycle.ts'
import { FollowUp, followUpLife } from '#shared/entities/followUp.ts'
import { isErasedText } from '#shared/values/erasedText.ts'
import { agreedAt } from './callOrder.ts'
import { newFollowUp } from './newFollowUp.ts'

/** The calls and visits of a case, the next one first, and the way to plan another. */
export function CaseFollowUps({ record }: { record: RaRecord }) {
  const { t } = useWords()
  const { permissions: me } = usePermissions<Me>()
  const [read] = useCaseRecords(record, ['follow-ups'])
  if (!me || !holds(me, 'follow-ups', 'read')) return null
  const mayPlan = holds(me, 'follow-ups', 'create') && !isErasedText(record.patientName)
  const { id: caseId, patientId, encounterId } = record
  const all = (read?.data ?? []).toSorted((a, b) => String(a.dueFrom).localeCompare(String(b.dueFrom)))
  const running = all.filter((each) => !isOver(followUpLife, each))
  const ended = all.filter((each) => isOver(followUpLife, each))
  return (
    <Section
      title={t('calls.ofCase')}
      actions={
        mayPlan && (
          <Button
            component={Link}
            to="/follow-ups/create"
            state={newFollowUp({ caseId, patientId, ...(encounterId && { encounterId }) })}
          >
            {t('calls.plan')}
          </Button>
        )
      }
    >
      {read?.error && <ReadError error={read.error} again={read.refetch} />}
      {read?.isPending && <Skeleton variant="rounded" height={72} />}
      {read?.data?.length === 0 && <EmptyState>{t('calls.noneOfCase')}</EmptyState>}
      <Stack component="ul" className="plain" spacing={1.5}>
        {[...running, ...ended].map((each) => (
          <FollowUpLine key={each.id} followUp={each} />
        ))}
      </Stack>
    </Section>
  )
}

function FollowUpLine({ followUp }: { followUp: RaRecord }) {
  const { t, locale, value, shown } = useWords()
  const zone = useSites().zoneOf(followUp.siteId)
  const { id, kind, status, assigneeId, outcome, dueTo, endedAt, attemptCount, concerns } = followUp
  const at = agreedAt(followUp)
  const isRunning = !isOver(followUpLife, followUp)
  return (
    <Box component="li" sx={{ typography: 'body2', overflowWrap: 'anywhere' }}>
      <Stack direction="row" spacing={1} sx={{ flexWrap: 'wrap', alignItems: 'center' }}>
        <Box component={Link} to={`/follow-ups/${id}/show`} sx={{ color: 'primary.main', fontWeight: 'bold' }}>
          {value('follow-ups', 'kind', kind)}
        </Box>
        {status === 'done' ? (
          <State entity={FollowUp} record={{ outcome }} name="outcome" />
        ) : (
          <State entity={FollowUp} record={followUp} />
        )}
      </Stack>
      <Typography variant="caption" color="textSecondary" component="div">
        {isRunning && at && formatInstant(at, zone, locale)}
        {isRunning && !at && t('calls.until', { time: formatInstant(dueTo, zone, locale) })}
        {!isRunning && endedAt && formatInstant(endedAt, zone, locale)}
        {attemptCount > 0 && ` · ${t('calls.tried', { smart_count: attemptCount })}`}
        {assigneeId && ' · '}
        {assigneeId && <Reference resource="users" id={assigneeId} isInText />}
      </Typography>
      {concerns && <span dir="auto">{shown(concerns)}</span>}
    </Box>
  )
}
