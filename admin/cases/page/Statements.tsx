import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Skeleton from '@mui/material/Skeleton'
import Stack from '@mui/material/Stack'
import Typography from '@mui/material/Typography'
import { lazy, Suspense, useState } from 'react'
import { type RaRecord, usePermissions } from 'react-admin'
import { actorOf } from '#admin/entity/declaredFields.ts'
import { ReadError } from '#admin/frame/ErrorBoundary.tsx'
import { EmptyState, Section } from '#admin/frame/Page.tsx'
import { formatInstant } from '#admin/language/format.ts'
import { useSites } from '#admin/language/Sites.tsx'
import { useWords } from '#admin/language/words.ts'
import { holds } from '#admin/provider/auth.ts'
import type { Me } from '#admin/provider/contract.ts'
import { mayReachValue } from '#shared/declaration/access.ts'
import { Statement } from '#shared/entities/statement.ts'
import { isErasedText } from '#shared/values/erasedText.ts'
import { useStatements } from './useCaseRecords.ts'

const TakeStatement = lazy(() => import('./TakeStatement.tsx').then((all) => ({ default: all.TakeStatement })))
type Side = Statement['side']

const noneOf: Readonly<Record<Side, string>> = { patient: 'case.noPatientSide', team: 'case.noTeamSide' }

/** What the patient says and what the team says, side by side. */
export function Statements({ record }: { record: RaRecord }) {
  const { t } = useWords()
  const { data, error, refetch } = useStatements(record)
  const { permissions: me } = usePermissions<Me>()
  const [side, setSide] = useState<Side>()
  const isErased = isErasedText(record.patientName)
  const mayTake = me !== undefined && holds(me, 'statements', 'create') && !isErased
  const sees = (name: Side) => me !== undefined && mayReachValue(actorOf(me), Statement, 'side', name)
  const correctedIds = new Set(data?.map(({ correctsId }) => correctsId))
  const current = (name: Side) =>
    data?.filter((statement) => statement.side === name && !correctedIds.has(statement.id)) ?? []
  return (
    <Section title={t('case.statements')}>
      {error && <ReadError error={error} again={refetch} />}
      <Box
        sx={{
          display: 'grid',
          gap: 2,
          gridTemplateColumns: { xs: 'minmax(0, 1fr)', md: 'repeat(2, minmax(0, 1fr))' },
          '@media print': { gridTemplateColumns: 'repeat(2, minmax(0, 1fr))' },
        }}
      >
        {(['patient', 'team'] as const).map((name) => (
          <Box key={name} component="section" aria-label={t(`case.${name}Side`)} sx={{ minWidth: 0 }}>
            <Stack direction="row" sx={{ flexWrap: 'wrap', alignItems: 'center', mb: 1, minHeight: 36 }}>
              <Typography variant="h3" sx={{ flex: 1, whiteSpace: 'nowrap' }}>
                {t(`case.${name}Side`)}
              </Typography>
              {mayTake && sees(name) && (
                <Button onClick={() => setSide(name)} sx={{ px: 1 }}>
                  {t('case.take')}
                </Button>
              )}
            </Stack>
            {!data && !error && <Skeleton variant="rounded" height={96} />}
            {data && current(name).length === 0 && (
              <EmptyState>{t(isErased ? 'patient.nothing' : sees(name) ? noneOf[name] : 'case.hiddenSide')}</EmptyState>
            )}
            {current(name).map((statement) => (
              <StatementCard key={statement.id} statement={statement} record={record} />
            ))}
          </Box>
        ))}
      </Box>
      {side && (
        <Suspense>
          <TakeStatement record={record} side={side} close={() => setSide(undefined)} />
        </Suspense>
      )}
    </Section>
  )
}

/** One statement: who said it, where and when, in the language it was said. */
function StatementCard({ statement, record }: { statement: Statement; record: RaRecord }) {
  const words = useWords()
  const sites = useSites()
  const { t, locale } = words
  const details = [
    words.value('statements', 'place', statement.place),
    formatInstant(statement.takenAt, sites.zoneOf(record.siteId), locale),
    t(statement.confirmedBySpeaker ? 'case.confirmed' : 'case.unconfirmed'),
    ...(statement.correctsId ? [t('case.correction')] : []),
  ]
  return (
    <Box component="article" sx={{ border: 1, borderColor: 'divider', borderRadius: 1, p: 1.5, mb: 1 }}>
      <Typography variant="body2" sx={{ fontWeight: 'bold' }}>
        <bdi>{words.shown(statement.speakerName)}</bdi>
      </Typography>
      <Typography variant="caption" component="div" color="textSecondary" sx={{ mb: 1 }}>
        {details.join(' · ')}
      </Typography>
      <Box dir="auto" sx={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>
        {words.shown(statement.narrative)}
      </Box>
      {statement.translation && (
        <Typography variant="body2" color="textSecondary" sx={{ mt: 1 }}>
          {t('case.translation')}: <span dir="auto">{statement.translation}</span>
        </Typography>
      )}
    </Box>
  )
}
