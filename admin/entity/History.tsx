import Box from '@mui/material/Box'
import Skeleton from '@mui/material/Skeleton'
import { useQuery } from '@tanstack/react-query'
import { useDataProvider } from 'react-admin'
import { Unreadable } from '#admin/frame/ErrorBoundary.tsx'
import { formatFully, formatInstant } from '#admin/language/format.ts'
import { useWords } from '#admin/language/words.ts'
import type { HistoryEntry, RedressProvider } from '#admin/provider/contract.ts'
import { type Entity, fieldOf } from '#shared/declaration/entity.ts'
import { directionOf } from '#shared/text/index.ts'
import { changesIn } from './history.ts'
import { textOf } from './text.ts'
import { Reference, useReading } from './Value.tsx'

/** The history of a record, newest first; read again when the record's version changes. */
export function useHistory(recordId: string, version?: number) {
  const provider = useDataProvider<RedressProvider>()
  return useQuery({
    queryKey: ['history', recordId, version],
    queryFn: async () => (await provider.history(recordId)).toSorted((a, b) => b.version - a.version),
    enabled: recordId !== '',
  })
}

/** Who changed what and when, before and after. */
export function History({
  entity,
  record,
}: {
  entity: Entity
  record: Readonly<Record<string, unknown>> & { id: unknown }
}) {
  const words = useWords()
  const { data, error, refetch } = useHistory(String(record.id), Number(record.version))
  if (error) return <Unreadable error={error} again={refetch} />
  if (!data) return <Skeleton variant="rounded" height={120} />
  if (data.length === 0) return <Box sx={{ color: 'text.secondary' }}>{words.t('history.empty')}</Box>
  return (
    <Box component="ol" sx={{ listStyle: 'none', m: 0, p: 0, display: 'grid', gap: 2 }}>
      {data.map((entry) => (
        <Box component="li" key={entry.id}>
          <Entry entity={entity} entry={entry} record={record} />
        </Box>
      ))}
    </Box>
  )
}

/** One entry: the person, the act, the time, and the values that changed. */
export function Entry({
  entity,
  entry,
  record,
}: {
  entity: Entity
  entry: HistoryEntry
  record: Readonly<Record<string, unknown>>
}) {
  const reading = useReading(record)
  const { words, locale, zone } = reading
  const arrow = directionOf(locale) === 'rtl' ? '←' : '→'
  const shown = (name: string, value: unknown) => {
    const field = fieldOf(entity, name)
    if (value === undefined || value === null || value === '') return words.t('history.nothing')
    if (field?.kind === 'reference') return <Reference isInText resource={field.resource ?? ''} id={String(value)} />
    if (field?.kind === 'references' && Array.isArray(value)) return String(value.length)
    if (field?.kind === 'data' && typeof value === 'object') return words.t('history.content')
    return shorten(field ? textOf(field, value, reading) : String(value))
  }
  const isCreation = entry.action === 'create'
  return (
    <Box sx={{ fontSize: 14 }}>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 0.75, alignItems: 'baseline' }}>
        <Box component="span" sx={{ fontWeight: 600 }}>
          {words.action(entry.action)}
        </Box>
        <Box component="span" dir="auto">
          {entry.actorName ?? words.t('history.product')}
        </Box>
        <Box
          component="time"
          dateTime={entry.at}
          title={formatFully(entry.at, zone, locale)}
          sx={{ color: 'text.secondary', fontSize: 13 }}
        >
          {formatInstant(entry.at, zone, locale)}
        </Box>
      </Box>
      {entry.reason && (
        <Box sx={{ color: 'text.secondary' }} dir="auto">
          {entry.reason}
        </Box>
      )}
      {!isCreation && (
        <Box component="ul" sx={{ m: 0, mt: 0.25, p: 0, listStyle: 'none', color: 'text.secondary', fontSize: 13 }}>
          {changesIn(entry)
            .slice(0, 12)
            .map(({ name, before, after }) => (
              <Box component="li" key={name} sx={{ overflowWrap: 'anywhere' }}>
                {words.field(entity.resource, name)}:{' '}
                <bdi>
                  <s>{shown(name, before)}</s>
                </bdi>{' '}
                {arrow}{' '}
                <bdi>
                  <Box component="span" sx={{ color: 'text.primary' }}>
                    {shown(name, after)}
                  </Box>
                </bdi>
              </Box>
            ))}
        </Box>
      )}
    </Box>
  )
}

const shorten = (text: string): string => (text.length > 140 ? `${text.slice(0, 140)}…` : text)
