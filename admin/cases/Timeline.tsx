import Box from '@mui/material/Box'
import Skeleton from '@mui/material/Skeleton'
import type { RaRecord } from 'react-admin'
import { Entry, useHistory } from '#admin/entity/History.tsx'
import { Unreadable } from '#admin/frame/ErrorBoundary.tsx'
import { Nothing, Section } from '#admin/frame/Page.tsx'
import { formatInstant } from '#admin/language/format.ts'
import { useSites } from '#admin/language/Sites.tsx'
import { useWords } from '#admin/language/words.ts'
import { Case } from '#shared/entities/case.ts'
import { useStatements } from './useStatements.ts'

/** Everything that happened with a case, newest first: changes, steps and statements in one line of time. */
export function Timeline({ record }: { record: RaRecord }) {
  const { t } = useWords()
  const history = useHistory(String(record.id), record.version)
  const statements = useStatements(record)
  const entries = [
    ...(history.data ?? []).map((entry) => ({
      key: `h${entry.id}`,
      at: entry.at,
      mark: 'primary.main',
      content: <Entry entity={Case} entry={entry} record={record} />,
    })),
    ...(statements.data ?? []).map((statement) => ({
      key: statement.id,
      at: statement.takenAt,
      mark: 'text.secondary',
      content: (
        <Taken
          at={statement.takenAt}
          title={t('case.statementBy', { name: statement.speakerName })}
          detail={t(`case.${statement.side}Side`)}
          siteId={record.siteId}
        />
      ),
    })),
  ].toSorted((a, b) => b.at.localeCompare(a.at))
  return (
    <Section title={t('case.timeline')}>
      {history.error && <Unreadable error={history.error} again={history.refetch} />}
      {history.isPending && <Skeleton variant="rounded" height={200} />}
      {history.data && entries.length === 0 && <Nothing>{t('history.empty')}</Nothing>}
      <Box
        component="ol"
        sx={{ listStyle: 'none', m: 0, p: 0, paddingInlineStart: 2, borderInlineStart: 1, borderColor: 'divider' }}
      >
        {entries.map(({ key, mark, content }) => (
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
                bgcolor: mark,
              },
            }}
          >
            {content}
          </Box>
        ))}
      </Box>
    </Section>
  )
}

function Taken({ at: now, title, detail, siteId }: { at: string; title: string; detail: string; siteId: string }) {
  const { locale } = useWords()
  const sites = useSites()
  return (
    <Box sx={{ fontSize: 14 }}>
      <Box component="span" sx={{ fontWeight: 600 }} dir="auto">
        {title}
      </Box>{' '}
      <Box component="time" dateTime={now} sx={{ color: 'text.secondary', fontSize: 13 }}>
        {formatInstant(now, sites.zoneOf(siteId), locale)}
      </Box>
      <Box sx={{ color: 'text.secondary', fontSize: 13 }}>{detail}</Box>
    </Box>
  )
}
