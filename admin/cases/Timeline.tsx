import Box from '@mui/material/Box'
import Skeleton from '@mui/material/Skeleton'
import Typography from '@mui/material/Typography'
import type { RaRecord } from 'react-admin'
import { AccessLog } from '#admin/entity/access/AccessLog.tsx'
import { Entry, useHistory } from '#admin/entity/History.tsx'
import { ReadError } from '#admin/frame/ErrorBoundary.tsx'
import { EmptyState, Section } from '#admin/frame/Page.tsx'
import { InstantText } from '#admin/language/InstantText.tsx'
import { useSites } from '#admin/language/Sites.tsx'
import { useWords } from '#admin/language/words.ts'
import { Case } from '#shared/entities/case.ts'
import type { Statement } from '#shared/entities/statement.ts'
import { AlarmLine } from './AlarmLine.tsx'
import { useStatements } from './useStatements.ts'

/** Everything that happened with a case, newest first: changes, steps and statements in one list. */
export function Timeline({ record }: { record: RaRecord }) {
  const { t } = useWords()
  const history = useHistory(String(record.id), record.version)
  const statements = useStatements(record)
  const entries = [
    ...(history.data ?? []).map((entry) => ({
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
  ].toSorted((a, b) => b.time.localeCompare(a.time))
  return (
    <Section title={t('case.timeline')}>
      {history.error && <ReadError error={history.error} again={history.refetch} />}
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
      <AccessLog entity={Case} record={record} />
    </Section>
  )
}

function StatementEntry({ statement, siteId }: { statement: Statement; siteId: string }) {
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
