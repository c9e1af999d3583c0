import Box from '@mui/material/Box'
import Skeleton from '@mui/material/Skeleton'
import type { ReactNode } from 'react'
import type { RaRecord } from 'react-admin'
import { AccessLog } from '#admin/entity/access/AccessLog.tsx'
import { Entry, useHistory } from '#admin/entity/History.tsx'
import { ReadError } from '#admin/frame/ErrorBoundary.tsx'
import { EmptyState, Section } from '#admin/frame/Page.tsx'
import { useWords } from '#admin/language/words.ts'
import { Case } from '#shared/entities/case.ts'
import { FollowUp } from '#shared/entities/followUp.ts'
import { Letter } from '#shared/entities/letter.ts'
import { Message } from '#shared/entities/message.ts'
import { Offer } from '#shared/entities/offer.ts'
import { CasePromise } from '#shared/entities/promise.ts'
import { SpecialReport } from '#shared/entities/specialReport.ts'
import { AlarmLine } from './AlarmLine.tsx'
import { EventEntry } from './EventEntry.tsx'
import { InteractionEntry, StatementEntry } from './TalkEntry.tsx'
import { eventsOf } from './timelineEvents.ts'
import { useCaseRecords, useMessages, useStatements } from './useCaseRecords.ts'

/** What stands under a case and has a life of its own. */
const eventful = [Offer, CasePromise, FollowUp, Letter, SpecialReport]
const resources = ['interactions', ...eventful.map(({ resource }) => resource)]
/** The product counts by itself what the entries of offers and promises tell already. */
const untold = ['count']

/** Everything that happened with a case, newest first: changes, talks, statements, offers, promises, calls and messages. */
export function Timeline({ record, actions }: { record: RaRecord; actions?: ReactNode }) {
  const { t } = useWords()
  const history = useHistory(String(record.id), record.version)
  const statements = useStatements(record)
  const [interactions, ...others] = useCaseRecords(record, resources)
  const messages = useMessages(record)
  const failed = [history, statements, interactions, ...others, messages].find((read) => read?.error)
  const events = eventful.flatMap((entity, index) =>
    (others[index]?.data ?? []).flatMap((each) => eventsOf(entity, each)),
  )
  const messageEvents = (messages.data ?? []).flatMap((each) => eventsOf(Message, each))
  const entries = [
    ...(history.data ?? [])
      .filter(({ action }) => !untold.includes(action))
      .map((entry) => ({
        key: `h${entry.id}`,
        time: entry.at,
        color: 'primary.main',
        content: (
          <>
            <Entry entity={Case} entry={entry} record={record} />
            <AlarmLine entry={entry} />
          </>
        ),
      })),
    ...(statements.data ?? []).map((statement) => ({
      key: statement.id,
      time: statement.takenAt,
      color: 'text.secondary',
      content: <StatementEntry statement={statement} siteId={record.siteId} />,
    })),
    ...(interactions?.data ?? []).map((interaction) => ({
      key: String(interaction.id),
      time: String(interaction.at),
      color: 'text.secondary',
      content: <InteractionEntry interaction={interaction} siteId={record.siteId} />,
    })),
    ...[...events, ...messageEvents].map((event) => ({
      key: event.key,
      time: event.at,
      color: 'warning.main',
      content: <EventEntry event={event} />,
    })),
  ].toSorted((a, b) => b.time.localeCompare(a.time))
  return (
    <Section title={t('case.timeline')} actions={actions}>
      {failed && <ReadError error={failed.error} again={failed.refetch} />}
      {history.isPending && <Skeleton variant="rounded" height={200} />}
      {history.data && entries.length === 0 && <EmptyState>{t('history.empty')}</EmptyState>}
      <Box
        component="ol"
        className="plain"
        sx={{ '&&': { paddingInlineStart: 2 }, borderInlineStart: 1, borderColor: 'divider' }}
      >
        {entries.map(({ key, color, content }) => (
          <Box
            key={key}
            component="li"
            sx={{
              position: 'relative',
              pb: 2,
              '&::before': {
                content: '""',
                position: 'absolute',
                insetInlineStart: -20.5,
                top: 6,
                width: 8,
                height: 8,
                borderRadius: '50%',
                bgcolor: color,
              },
            }}
          >
            {content}
          </Box>
        ))}
      </Box>
      <Box className="screen">
        <AccessLog entity={Case} record={record} />
      </Box>
    </Section>
  )
}
