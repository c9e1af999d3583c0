import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Skeleton from '@mui/material/Skeleton'
import { lazy, Suspense, useState } from 'react'
import { type RaRecord, usePermissions } from 'react-admin'
import { Unreadable } from '#admin/frame/ErrorBoundary.tsx'
import { Nothing, Section } from '#admin/frame/Page.tsx'
import { formatInstant } from '#admin/language/format.ts'
import { useSites } from '#admin/language/Sites.tsx'
import { useWords } from '#admin/language/words.ts'
import { holds } from '#admin/provider/auth.ts'
import type { Me } from '#admin/provider/contract.ts'
import type { Statement } from '#shared/entities/statement.ts'
import { useStatements } from './useStatements.ts'

const TakeStatement = lazy(() => import('./TakeStatement.tsx').then((all) => ({ default: all.TakeStatement })))
type Side = Statement['side']

/** What the patient says and what the team says, side by side. */
export function Statements({ record }: { record: RaRecord }) {
  const { t } = useWords()
  const { data, error, refetch } = useStatements(record)
  const { permissions: me } = usePermissions<Me>()
  const [side, setSide] = useState<Side>()
  const mayTake = me !== undefined && holds(me, 'statements', 'create')
  const corrected = new Set(data?.map(({ correctsId }) => correctsId))
  const shown = (of: Side) => data?.filter((statement) => statement.side === of && !corrected.has(statement.id)) ?? []
  return (
    <Section title={t('case.statements')}>
      {error && <Unreadable error={error} again={refetch} />}
      <Box
        sx={{ display: 'grid', gap: 2, gridTemplateColumns: { xs: 'minmax(0, 1fr)', md: 'repeat(2, minmax(0, 1fr))' } }}
      >
        {(['patient', 'team'] as const).map((of) => (
          <Box key={of} component="section" aria-label={t(`case.${of}Side`)} sx={{ minWidth: 0 }}>
            <Box sx={{ display: 'flex', alignItems: 'center', mb: 1, gap: 1 }}>
              <Box component="h3" sx={{ typography: 'h3', m: 0, flex: 1, whiteSpace: 'nowrap' }}>
                {t(`case.${of}Side`)}
              </Box>
              {mayTake && (
                <Button onClick={() => setSide(of)} sx={{ px: 1 }}>
                  {t('case.take')}
                </Button>
              )}
            </Box>
            {!data && !error && <Skeleton variant="rounded" height={96} />}
            {data && shown(of).length === 0 && (
              <Nothing>{t(of === 'patient' ? 'case.noPatientSide' : 'case.noTeamSide')}</Nothing>
            )}
            {shown(of).map((statement) => (
              <Said key={statement.id} statement={statement} record={record} />
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
function Said({ statement, record }: { statement: Statement; record: RaRecord }) {
  const words = useWords()
  const sites = useSites()
  const { t, locale } = words
  const details = [
    words.value(statement.place),
    formatInstant(statement.takenAt, sites.zoneOf(record.siteId), locale),
    t(statement.confirmedBySpeaker ? 'case.confirmed' : 'case.unconfirmed'),
    ...(statement.correctsId ? [t('case.correction')] : []),
  ]
  return (
    <Box component="article" sx={{ border: 1, borderColor: 'divider', borderRadius: 1, p: 1.5, mb: 1 }}>
      <Box sx={{ fontWeight: 600, fontSize: 14 }}>
        <bdi>{statement.speakerName}</bdi>
      </Box>
      <Box sx={{ color: 'text.secondary', fontSize: 13, mb: 1 }}>{details.join(' · ')}</Box>
      <Box dir="auto" sx={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>
        {statement.narrative}
      </Box>
      {statement.translation && (
        <Box sx={{ mt: 1, color: 'text.secondary', fontSize: 14 }}>
          {t('case.translation')}: <span dir="auto">{statement.translation}</span>
        </Box>
      )}
    </Box>
  )
}
