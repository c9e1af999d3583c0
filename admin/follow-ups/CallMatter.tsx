import Box from '@mui/material/Box'
import Stack from '@mui/material/Stack'
import Typography from '@mui/material/Typography'
import { type RaRecord, useGetOne, usePermissions } from 'react-admin'
import { Related } from '#admin/cases/page/Related.tsx'
import { Column, EmptyState, Section } from '#admin/frame/Page.tsx'
import { formatInstant } from '#admin/language/format.ts'
import { InstantText } from '#admin/language/InstantText.tsx'
import { useSites } from '#admin/language/Sites.tsx'
import { useWords } from '#admin/language/words.ts'
import { holds } from '#admin/provider/auth.ts'
import type { Me } from '#admin/provider/contract.ts'
import type { FollowUp } from '#shared/entities/followUp.ts'
import type { SiteProfile } from '#shared/entities/siteProfile.ts'
import { usePatientRecords } from './useCalls.ts'

/** What whoever calls has to know: what to ask, what was done, the case, what was promised and said. */
export function CallMatter({ call }: { call: FollowUp }) {
  const { t } = useWords()
  const { permissions: me } = usePermissions<Me>()
  return (
    <>
      <Column>
        <Section title={t('calls.ask.title')}>
          <WhatToAsk call={call} />
        </Section>
        {me && holds(me, 'promises', 'read') && <OpenPromises call={call} />}
        {me && holds(me, 'interactions', 'read') && <LastTalks call={call} />}
      </Column>
      <Column>
        <Related
          title={t('calls.done')}
          resource="encounters"
          id={call.encounterId}
          names={['department', 'doctor', 'serviceOn', 'dischargedOn', 'careType', 'number']}
        />
        <Related
          title={t('calls.case')}
          resource="cases"
          id={call.caseId}
          names={['number', 'status', 'type', 'outcome', 'patientDecision', 'attendingIds', 'encounterId', 'summary']}
        />
      </Column>
    </>
  )
}

/** What the kind of call asks for, what the site has written, and the note of whoever planned it. */
function WhatToAsk({ call }: { call: FollowUp }) {
  const { t, locale, shown } = useWords()
  const { sites } = useSites()
  const now = new Date().toISOString()
  const versions = sites.find(({ id }) => id === call.siteId)?.profiles ?? []
  const profileId = versions.findLast(({ fromAt }) => fromAt <= now)?.profileId
  const { data: profile } = useGetOne<SiteProfile>('site-profiles', { id: profileId ?? '' }, { enabled: !!profileId })
  const ofSite = Object.entries(profile?.followUpText ?? {}).find(([language]) => language === locale)?.[1]
  const texts = [t(`calls.ask.${call.kind}`), ofSite, call.note && shown(call.note), t('calls.ask.write')]
  return (
    <Stack spacing={1}>
      {texts.filter(Boolean).map((text) => (
        <Typography key={text} variant="body2" dir="auto" sx={{ whiteSpace: 'pre-wrap' }}>
          {text}
        </Typography>
      ))}
    </Stack>
  )
}

function OpenPromises({ call }: { call: FollowUp }) {
  const { t, locale, shown } = useWords()
  const zone = useSites().zoneOf(call.siteId)
  const filter = { patientId: call.patientId, status: 'open' }
  const { data = [], isPending } = usePatientRecords('promises', filter, ['dueAt', 'ASC'], 10)
  return (
    <Section title={t('calls.promises')}>
      {!isPending && data.length === 0 && <EmptyState>{t('calls.noPromises')}</EmptyState>}
      <Lines records={data}>
        {(promise) => (
          <>
            <span dir="auto">{shown(promise.text)}</span>
            <Typography variant="caption" color="textSecondary" component="div">
              {t('calls.until', { time: formatInstant(promise.dueAt, zone, locale) })}
            </Typography>
          </>
        )}
      </Lines>
    </Section>
  )
}

function LastTalks({ call }: { call: FollowUp }) {
  const words = useWords()
  const { t, shown } = words
  const zone = useSites().zoneOf(call.siteId)
  const filter = { patientId: call.patientId }
  const { data = [], isPending } = usePatientRecords('interactions', filter, ['at', 'DESC'], 3)
  return (
    <Section title={t('calls.talks')}>
      {!isPending && data.length === 0 && <EmptyState>{t('calls.noTalks')}</EmptyState>}
      <Lines records={data}>
        {(talk) => (
          <>
            <Stack direction="row" spacing={1}>
              <strong>{words.value('interactions', 'kind', talk.kind)}</strong>
              <InstantText at={talk.at} zone={zone} />
            </Stack>
            <span dir="auto">{shown(talk.details)}</span>
          </>
        )}
      </Lines>
    </Section>
  )
}

function Lines({
  records,
  children,
}: {
  records: readonly RaRecord[]
  children: (record: RaRecord) => React.ReactNode
}) {
  return (
    <Stack component="ul" className="plain" spacing={1}>
      {records.map((record) => (
        <Box key={record.id} component="li" sx={{ typography: 'body2', overflowWrap: 'anywhere' }}>
          {children(record)}
        </Box>
      ))}
    </Stack>
  )
}
