import Skeleton from '@mui/material/Skeleton'
import Stack from '@mui/material/Stack'
import Typography from '@mui/material/Typography'
import { useQuery } from '@tanstack/react-query'
import { useDataProvider } from 'react-admin'
import { ReadError } from '#admin/frame/ErrorBoundary.tsx'
import { InstantText } from '#admin/language/InstantText.tsx'
import { useWords } from '#admin/language/words.ts'
import type { HistoryRow, RedressProvider } from '#admin/provider/contract.ts'
import { type Entity, fieldOf, type RecordValues } from '#shared/declaration/entity.ts'
import { directionOf } from '#shared/text/languages.ts'
import { AccessLog } from './access/AccessLog.tsx'
import { changesIn } from './historyChanges.ts'
import { useTextContext } from './useTextContext.ts'
import { Reference } from './Value.tsx'
import { textOf } from './valueText.ts'

/** The history of a record, newest first; read again when the record's version changes. */
export function useHistory(recordId: string, version?: number) {
  const provider = useDataProvider<RedressProvider>()
  return useQuery({
    queryKey: ['history', recordId, version],
    queryFn: async () => (await provider.history(recordId)).toSorted((a, b) => b.version - a.version),
    enabled: recordId !== '',
  })
}

/** The history of a record on its page: who changed what and when, before and after. */
export function History({ entity, record }: { entity: Entity; record: RecordValues & { id: unknown } }) {
  const words = useWords()
  const { data, error, refetch } = useHistory(String(record.id), Number(record.version))
  if (error) return <ReadError error={error} again={refetch} />
  if (!data) return <Skeleton variant="rounded" height={120} />
  return (
    <Stack spacing={3}>
      {data.length === 0 ? (
        <Typography variant="body2" color="textSecondary">
          {words.t('history.empty')}
        </Typography>
      ) : (
        <Stack component="ol" className="plain" spacing={2}>
          {data.map((entry) => (
            <li key={entry.id}>
              <Entry entity={entity} entry={entry} record={record} />
            </li>
          ))}
        </Stack>
      )}
      <AccessLog entity={entity} record={record} />
    </Stack>
  )
}

interface EntryProps {
  readonly entity: Entity
  readonly entry: HistoryRow
  readonly record: RecordValues
}

/** One entry of a history: the step, the person, the time, and the values that changed. */
export function Entry({ entity, entry, record }: EntryProps) {
  const { words, locale, zone } = useTextContext(entity.resource, record)
  const changes = entry.action === 'create' ? [] : changesIn(entry).slice(0, 12)
  const arrow = directionOf(locale) === 'rtl' ? '←' : '→'
  return (
    <>
      <Stack direction="row" spacing={0.75} sx={{ flexWrap: 'wrap', alignItems: 'baseline', typography: 'body2' }}>
        <strong>{words.action(entity.resource, entry.action)}</strong>
        <span dir="auto">{entry.actorName || words.t('history.product')}</span>
        <InstantText at={entry.at} zone={zone} />
      </Stack>
      {(entry.reason || entry.erased?.reason) && (
        <Typography variant="body2" color="textSecondary" dir="auto">
          {entry.reason || words.t('history.reasonErased')}
        </Typography>
      )}
      <Typography
        component="ul"
        className="plain"
        variant="caption"
        color="textSecondary"
        hidden={changes.length === 0}
      >
        {changes.map(({ name, before, after, isErased }) => (
          <Typography component="li" variant="inherit" key={name} sx={{ overflowWrap: 'anywhere' }}>
            {words.field(entity.resource, name)}:{' '}
            <bdi>
              <s>
                <ChangeText entity={entity} record={record} name={name} value={before} isErased={isErased} />
              </s>
            </bdi>{' '}
            {arrow}{' '}
            <Typography component="bdi" variant="inherit" color="textPrimary">
              <ChangeText entity={entity} record={record} name={name} value={after} isErased={isErased} />
            </Typography>
          </Typography>
        ))}
      </Typography>
    </>
  )
}

interface ChangeTextProps {
  readonly entity: Entity
  readonly record: RecordValues
  readonly name: string
  readonly value: unknown
  readonly isErased?: true
}

/** A value before or after a change, in at most 140 characters. */
function ChangeText({ entity, record, name, value, isErased }: ChangeTextProps) {
  const context = useTextContext(entity.resource, record)
  const field = fieldOf(entity, name)
  if (value === undefined && isErased) return context.words.t('history.erased')
  const isAbsent = value === undefined || value === null
  if (isAbsent && field?.kind === 'boolean') return context.words.value(entity.resource, name, false)
  if (isAbsent || value === '') return context.words.t('history.nothing')
  if (field?.kind === 'reference') return <Reference isInText resource={field.resource ?? ''} id={String(value)} />
  if (field?.kind === 'references' && Array.isArray(value)) return String(value.length)
  if (field?.kind === 'data' && typeof value === 'object') return context.words.t('history.content')
  const text = field ? textOf({ name, field }, value, context) : String(value)
  return text.length > 140 ? `${text.slice(0, 140)}…` : text
}
